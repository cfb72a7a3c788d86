package nl.besluitroute.ondersteuning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcOperations;

/** A print of what a database holds, ours and the engine's, to see that nothing in it changed. */
public final class Afdruk {
  private Afdruk() {}

  /** @param welke tables, by their names in small letters */
  public static Map<String, String> van(JdbcOperations jdbc, Predicate<String> welke) {
    Map<String, String> afdruk = new TreeMap<>();
    tabellen(jdbc).stream()
        .filter(welke)
        .forEach(t -> afdruk.put(t, jdbc.query("select * from " + t, Afdruk::rijen)));
    return afdruk;
  }

  private static List<String> tabellen(JdbcOperations jdbc) {
    return jdbc
        .queryForList(
            "select lower(table_name) from information_schema.tables where lower(table_schema) = 'public' order by 1",
            String.class)
        .stream()
        .filter(t -> !t.startsWith("databasechangelog"))
        .filter(t -> !t.startsWith("act_") || t.startsWith("act_ru_") || t.startsWith("act_hi_"))
        .toList();
  }

  private static String rijen(ResultSet r) throws SQLException {
    int kolommen = r.getMetaData().getColumnCount();
    int aantal = 0;
    long som = 0;
    while (r.next()) {
      int rij = 7;
      for (int i = 1; i <= kolommen; i++) {
        rij = 31 * rij + Objects.hashCode(r.getString(i));
      }
      aantal++;
      som += rij;
    }
    return aantal + " rijen, " + som;
  }
}
