package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Herziening;

/** What a change of dates would do, in words. */
final class Herplanningbeeld {

  private Herplanningbeeld() {}

  static Zin zin(Herplanning.Voorbeeld voorbeeld) {
    long stappen = voorbeeld.visies().stream().mapToLong(v -> v.regels().size()).sum();
    if (stappen == 0) {
      return Zin.metVet("Geen stap krijgt een andere datum").tekst(".");
    }
    long visies = voorbeeld.visies().stream().filter(v -> !v.regels().isEmpty()).count();
    Zin zin =
        Zin.metVet(
            Taal.aantal(stappen, "stap krijgt", "stappen krijgen") + " een andere datum");
    zin = visies > 1 ? zin.tekst(", in " + visies + " visies") : zin;
    long gemist =
        voorbeeld.visies().stream().filter(v -> !v.streefdatumGehaald().orElse(true)).count();
    return gemist == 0
        ? zin.tekst(".")
        : zin.tekst("; ").vet(gemist == 1 ? "een streefdatum wordt niet gehaald" : gemist + " streefdatums worden niet gehaald").tekst(".");
  }

  static List<HerplanningPagina.Visie> visies(Herplanning.Voorbeeld voorbeeld, LocalDate vandaag) {
    return voorbeeld.visies().stream().map(v -> visie(v, vandaag)).toList();
  }

  private static HerplanningPagina.Visie visie(Herziening h, LocalDate vandaag) {
    return new HerplanningPagina.Visie(
        new Link(h.titel(), "/visies/" + h.visie() + "/planning"),
        feiten(h),
        h.regels().stream().map(r -> rij(r, vandaag)).toList(),
        h.meldingen().stream().map(Planvak.Meldingregel::van).toList());
  }

  private static List<Feit> feiten(Herziening h) {
    List<Feit> feiten = new ArrayList<>();
    feiten.add(
        Feit.van("Laatste stap", h.einde().map(Taal::voluitZonderDag).orElse("nog niet te zeggen"))
            .met(
                h.einde().equals(h.eindeNu())
                    ? "verandert niet"
                    : h.eindeNu().map(dag -> "was " + Taal.voluitZonderDag(dag)).orElse(null)));
    h.streefdatum()
        .ifPresent(
            dag ->
                feiten.add(
                    Feit.van("Streefdatum", Taal.voluitZonderDag(dag))
                        .merk(
                            h.streefdatumGehaald().orElse(false)
                                ? Merk.goed("wordt gehaald")
                                : Merk.laat("wordt niet gehaald"))));
    return feiten;
  }

  private static HerplanningPagina.Rij rij(Herziening.Regel r, LocalDate vandaag) {
    return new HerplanningPagina.Rij(
        r.naam(),
        r.orgaan().filter(o -> !o.equals(r.naam())).orElse(null),
        dag(r.was(), vandaag),
        dag(r.wordt(), vandaag),
        verschuiving(r.werkdagen()),
        r.wordt().isEmpty()
            ? Merk.laat("geen datum mogelijk")
            : r.plant() ? Merk.open("gaat mee") : Merk.let("blijft staan"));
  }

  private static String dag(Optional<LocalDate> dag, LocalDate vandaag) {
    return dag.map(d -> Taal.dagKort(d, vandaag)).orElse(null);
  }

  /** Null when it does not move, or has no date before or after. */
  static String verschuiving(OptionalInt werkdagen) {
    return werkdagen.isEmpty() || werkdagen.getAsInt() == 0
        ? null
        : Taal.aantal(Math.abs(werkdagen.getAsInt()), "werkdag", "werkdagen")
            + (werkdagen.getAsInt() > 0 ? " later" : " eerder");
  }
}
