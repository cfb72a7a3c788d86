package nl.besluitroute.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What changes would do.
 *
 * @param opgave with the changes made; to plan on from here
 * @param verschillen one for each step, in the order of the opgave
 */
public record Gevolg(
    List<Wijziging> wijzigingen, Planopgave opgave, Plan voor, Plan na, List<Verschil> verschillen) {

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
    wijzigingen = List.copyOf(wijzigingen);
    verschillen = List.copyOf(verschillen);
  }

  static Gevolg van(
      List<Wijziging> wijzigingen, Planopgave opgave, Plan voor, Plan na, Werkdagtabel tabel) {
    List<Verschil> verschillen = new ArrayList<>(voor.regels().size());
    for (int i = 0; i < voor.regels().size(); i++) {
      Planregel was = voor.regels().get(i);
      Planregel wordt = na.regels().get(i);
      verschillen.add(
          new Verschil(was, wordt, verschuiving(was.gepland(), wordt.gepland(), tabel)));
    }
    return new Gevolg(wijzigingen, opgave, voor, na, verschillen);
  }

  /** The steps of which date or delivery changes. */
  public List<Verschil> geraakt() {
    return verschillen.stream().filter(Verschil::geraakt).toList();
  }

  /** Names of the bodies of those steps, each once. */
  public List<String> geraakteOrganen() {
    return geraakt().stream().flatMap(v -> v.na().orgaan().stream()).distinct().toList();
  }

  /** Codes of the municipalities of those steps, each once. */
  public List<String> geraakteGemeenten() {
    return geraakt().stream().flatMap(v -> v.na().gemeente().stream()).distinct().toList();
  }

  /** What is said of the plan after the changes and was not before. */
  public List<Melding> nieuweMeldingen() {
    return na.meldingen().stream()
        .filter(m -> voor.meldingen().stream().noneMatch(was -> was.zin().equals(m.zin())))
        .toList();
  }

  /** Whether the target holds after the changes; empty without a target. */
  public Optional<Boolean> streefdatumGehaald() {
    return na.streefdatumGehaald();
  }

  private static OptionalInt verschuiving(
      Optional<LocalDate> was, Optional<LocalDate> wordt, Werkdagtabel tabel) {
    return was.isPresent() && wordt.isPresent()
        ? OptionalInt.of(tabel.tussen(Dagen.van(was.get()), Dagen.van(wordt.get())))
        : OptionalInt.empty();
  }
}
