package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What another opgave would do to the plan.
 *
 * @param verschillen one for each step, in the order of the plan
 */
public record Gevolg(Plan voor, Plan na, List<Verschil> verschillen) {

  /**
   * A step before and after.
   *
   * @param verschuiving working days that its date moves, positive when later; empty when one of the
   *     two plans has no date for it
   */
  public record Verschil(Planregel voor, Planregel na, OptionalInt verschuiving) {

    /** Whether its date or the last day of delivery is another. */
    public boolean geraakt() {
      return !voor.gepland().equals(na.gepland()) || !voor.aanleveren().equals(na.aanleveren());
    }
  }

  public Gevolg {
    verschillen = List.copyOf(verschillen);
  }

  static Gevolg van(Plan voor, Plan na, Werkdagtabel tabel) {
    List<Verschil> verschillen = new ArrayList<>(voor.regels().size());
    for (int i = 0; i < voor.regels().size(); i++) {
      Planregel was = voor.regels().get(i);
      Planregel wordt = na.regels().get(i);
      verschillen.add(
          new Verschil(was, wordt, verschuiving(was.gepland(), wordt.gepland(), tabel)));
    }
    return new Gevolg(voor, na, verschillen);
  }

  /** What is said of the plan after it and was not before. */
  public List<Melding> nieuweMeldingen() {
    return na.meldingen().stream()
        .filter(m -> voor.meldingen().stream().noneMatch(was -> was.zin().equals(m.zin())))
        .toList();
  }

  private static OptionalInt verschuiving(
      Optional<LocalDate> was, Optional<LocalDate> wordt, Werkdagtabel tabel) {
    return was.isPresent() && wordt.isPresent()
        ? OptionalInt.of(tabel.tussen(Dagen.van(was.get()), Dagen.van(wordt.get())))
        : OptionalInt.empty();
  }
}
