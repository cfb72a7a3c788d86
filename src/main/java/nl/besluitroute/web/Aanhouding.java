package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Aanlevering;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Herziening;
import org.springframework.stereotype.Component;

/** What it does to a vision that an item is held over to a later meeting, before it counts and after. */
@Component
class Aanhouding {
  private final Aanlevering aanlevering;
  private final Herplanning herplanning;
  private final Klok klok;

  Aanhouding(Aanlevering aanlevering, Herplanning herplanning, Klok klok) {
    this.aanlevering = aanlevering;
    this.herplanning = herplanning;
    this.klok = klok;
  }

  /** The next meeting in the calendar of its body that it can still reach. */
  Optional<LocalDate> volgende(Stap stap, LocalDate na) {
    return aanlevering.volgende(stap, na).map(Vergaderdatum::dag);
  }

  /** Null where the calendar holds no next meeting. */
  Link bekijk(Stap stap, LocalDate na) {
    return volgende(stap, na)
        .map(
            dag ->
                new Link(
                    "Bekijk wat aanhouden tot " + Taal.dag(dag, klok.vandaag()) + " zou doen",
                    "/visies/" + stap.visie() + "/stel-dat?stap=" + stap.id() + "&vanaf=" + dag))
        .orElse(null);
  }

  /** The day of the next treatment as somebody wrote it; empty when that is no day. */
  static Optional<LocalDate> dag(String volgende, LocalDate na) {
    return GeschrevenDatum.leesVanaf(volgende, na).datum().flatMap(GeschrevenDatum::precies);
  }

  /** @throws VisieFout when the step cannot be treated from that day on */
  Herplanning.Voorbeeld gevolg(Stap stap, LocalDate vanaf, Gebruiker wie) {
    return herplanning.als(stap.visie(), stap.id(), vanaf, wie);
  }

  /**
   * What to tell when it is recorded; to be asked before, as it compares with what was planned. Null
   * when the next treatment has no day.
   */
  String bevestiging(Stap stap, String volgende, LocalDate na, Gebruiker wie) {
    Optional<LocalDate> dag = Optional.ofNullable(volgende).flatMap(tekst -> dag(tekst, na));
    if (dag.isEmpty()) {
      return null;
    }
    try {
      Herziening h = gevolg(stap, dag.get(), wie).visies().get(0);
      long andere = h.regels().stream().filter(r -> !Objects.equals(r.stap(), stap.id())).count();
      return "Aangehouden tot "
          + Taal.dag(dag.get(), klok.vandaag())
          + "; "
          + (andere == 0
              ? "geen andere stap hoeft te schuiven."
              : Taal.aantal(andere, "andere stap moet", "andere stappen moeten")
                  + " daardoor schuiven: neem dat over bij Planning.")
          + (h.streefdatumGehaald().orElse(true) ? "" : " De streefdatum wordt niet gehaald.");
    } catch (VisieFout fout) {
      return null; // Recording it says what is wrong.
    }
  }
}
