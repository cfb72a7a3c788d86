package nl.besluitroute.benchmark;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;

/** Counts the statements that go through a data source, and the time that they and commits take. */
final class Teller {
  final LongAdder statements = new LongAdder();
  final LongAdder rondreizen = new LongAdder();
  final LongAdder engineNanos = new LongAdder();
  final LongAdder domeinNanos = new LongAdder();
  final LongAdder commitNanos = new LongAdder();
  final Map<String, LongAdder> perTekst = new ConcurrentHashMap<>();

  /** Whether statements are told apart; costs time, so only in a round that is not measured. */
  volatile boolean metTekst;

  void begin() {
    statements.reset();
    rondreizen.reset();
    engineNanos.reset();
    domeinNanos.reset();
    commitNanos.reset();
    perTekst.clear();
  }

  DataSource om(DataSource bron) {
    return proxy(
        DataSource.class,
        (zelf, methode, argumenten) -> {
          Object uitkomst = roep(bron, methode, argumenten);
          return uitkomst instanceof Connection c ? verbinding(c) : uitkomst;
        });
  }

  private Connection verbinding(Connection echt) {
    return proxy(
        Connection.class,
        (zelf, methode, argumenten) -> {
          if (methode.getName().equals("commit")) {
            long begin = System.nanoTime();
            try {
              return roep(echt, methode, argumenten);
            } finally {
              commitNanos.add(System.nanoTime() - begin);
            }
          }
          Object uitkomst = roep(echt, methode, argumenten);
          if (uitkomst instanceof PreparedStatement s) {
            return statement(PreparedStatement.class, s, (String) argumenten[0]);
          }
          return uitkomst instanceof Statement s ? statement(Statement.class, s, "") : uitkomst;
        });
  }

  private <T extends Statement> T statement(Class<T> soort, T echt, String vooraf) {
    return proxy(
        soort,
        (zelf, methode, argumenten) -> {
          String naam = methode.getName();
          if (naam.equals("addBatch")) {
            tel(vooraf);
          }
          if (!naam.startsWith("execute")) {
            return roep(echt, methode, argumenten);
          }
          String tekst = argumenten != null && argumenten.length > 0 ? (String) argumenten[0] : vooraf;
          rondreizen.increment();
          if (!naam.contains("Batch")) {
            tel(tekst);
          }
          long begin = System.nanoTime();
          try {
            return roep(echt, methode, argumenten);
          } finally {
            boolean engine = tekst.contains("ACT_");
            (engine ? engineNanos : domeinNanos).add(System.nanoTime() - begin);
          }
        });
  }

  private void tel(String tekst) {
    statements.increment();
    if (!metTekst) {
      return;
    }
    perTekst.computeIfAbsent(kort(tekst), t -> new LongAdder()).increment();
  }

  private static String kort(String tekst) {
    String een = tekst.replaceAll("\\s+", " ").strip();
    int van = een.toLowerCase(Locale.ROOT).indexOf(" from ");
    String kop = een.toLowerCase(Locale.ROOT).startsWith("select") && van > 0 ? "select" + een.substring(van) : een;
    return kop.length() > 110 ? kop.substring(0, 110) : kop;
  }

  private static Object roep(Object op, Method methode, Object[] argumenten) throws Throwable {
    try {
      return methode.invoke(op, argumenten);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> soort, InvocationHandler doet) {
    return soort.cast(
        Proxy.newProxyInstance(Teller.class.getClassLoader(), new Class<?>[] {soort}, doet));
  }
}
