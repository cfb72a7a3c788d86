package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The same opgave with one thing otherwise, for tests and benchmarks. */
public final class Anders {
  private Anders() {}

  public static Planopgave stappen(Planopgave o, List<Planstap> stappen) {
    return new Planopgave(stappen, o.kalenders(), o.vandaag(), o.begin(), o.streefdatum());
  }

  public static Planopgave stap(Planopgave o, String id, UnaryOperator<Planstap> anders) {
    return stappen(o, o.stappen().stream().map(s -> s.id().equals(id) ? anders.apply(s) : s).toList());
  }

  public static Planopgave kalenders(Planopgave o, List<Vergaderkalender> kalenders) {
    return new Planopgave(o.stappen(), kalenders, o.vandaag(), o.begin(), o.streefdatum());
  }

  public static Planopgave streefdatum(Planopgave o, Optional<LocalDate> dag) {
    return new Planopgave(o.stappen(), o.kalenders(), o.vandaag(), o.begin(), dag);
  }

  /** A body that meets once more. */
  public static Planopgave met(Planopgave o, String kalender, LocalDate dag) {
    return kalender(o, kalender, dagen -> Stream.concat(dagen, Stream.of(Vergaderdag.op(dag))));
  }

  /** A meeting that is not held. */
  public static Planopgave zonder(Planopgave o, String kalender, LocalDate dag) {
    return kalender(o, kalender, dagen -> dagen.filter(v -> !v.dag().equals(dag)));
  }

  private static Planopgave kalender(Planopgave o, String id, UnaryOperator<Stream<Vergaderdag>> anders) {
    return kalenders(
        o,
        o.kalenders().stream()
            .map(
                k ->
                    k.id().equals(id)
                        ? Vergaderkalender.van(id, k.orgaan(), anders.apply(k.vergaderingen().stream()).toList())
                        : k)
            .toList());
  }
}
