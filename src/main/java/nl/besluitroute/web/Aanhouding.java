package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.Aanlevering;
import nl.besluitroute.visieplanning.GevolgVeranderd;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Herziening;
import org.springframework.stereotype.Component;

/** What it does to a vision that an item is held over to a later meeting, before it counts and after. */
@Component
class Aanhouding {
  private final Aanlevering aanlevering;
  private final Herplanning herplanning;
  private final Herkansing herkansing;
  private final Klok klok;

  Aanhouding(Aanlevering aanlevering, Herplanning herplanning, Herkansing herkansing, Klok klok) {
    this.aanlevering = aanlevering;
    this.herplanning = herplanning;
    this.herkansing = herkansing;
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

  /** @throws VisieFout when the step cannot be held over to that day */
  Herplanning.Voorbeeld gevolg(Stap stap, LocalDate tot, Gebruiker wie) {
    return herplanning.alsAangehouden(stap.visie(), stap.id(), tot, wie);
  }

  /** Whether the user who looked moves any other step. */
  static boolean verzetMee(Herplanning.Voorbeeld voorbeeld, Stap stap) {
    return voorbeeld.visies().stream()
        .flatMap(h -> h.regels().stream())
        .anyMatch(r -> r.plant() && !r.stap().equals(stap.id()));
  }

  /**
   * Records that an item is held over, with the other steps when the user saw which and wants it.
   *
   * @param mee what he saw; empty to move nothing else
   * @return what to tell: what moved, or still must; null when the next treatment has no day
   * @throws GevolgVeranderd when it would move something else now than he saw
   */
  String legVast(
      Stap stap, String volgende, String mee, LocalDate na, Runnable vastleggen, Gebruiker wie) {
    Optional<LocalDate> dag = dag(volgende, na);
    if (mee.isEmpty() || dag.isEmpty()) {
      String zin = bevestiging(stap, volgende, na, wie);
      vastleggen.run();
      return zin;
    }
    LocalDate tot = dag.get();
    boolean gehaald =
        gevolg(stap, tot, wie).visies().get(0).streefdatumGehaald().orElse(true);
    int aantal =
        herkansing.doe(
            () ->
                herplanning.houdAan(
                    stap.visie(),
                    stap.id(),
                    tot,
                    stap.naam() + " is aangehouden tot " + Taal.voluitZonderDag(tot) + ".",
                    mee,
                    vastleggen,
                    wie));
    return zin(tot, Taal.aantal(aantal, "andere stap is", "andere stappen zijn") + " mee verzet.", gehaald);
  }

  private String zin(LocalDate tot, String watVerder, boolean gehaald) {
    return "Aangehouden tot "
        + Taal.dag(tot, klok.vandaag())
        + "; "
        + watVerder
        + (gehaald ? "" : " De streefdatum wordt niet gehaald.");
  }

  /**
   * What to tell when nothing moves along; to be asked before it is recorded, as it compares with
   * what was planned. Null when the next treatment has no day.
   */
  String bevestiging(Stap stap, String volgende, LocalDate na, Gebruiker wie) {
    Optional<LocalDate> dag = Optional.ofNullable(volgende).flatMap(tekst -> dag(tekst, na));
    if (dag.isEmpty()) {
      return null;
    }
    try {
      Herziening h = gevolg(stap, dag.get(), wie).visies().get(0);
      long andere = h.regels().stream().filter(r -> !Objects.equals(r.stap(), stap.id())).count();
      return zin(
          dag.get(),
          andere == 0
              ? "geen andere stap hoeft te schuiven."
              : Taal.aantal(andere, "andere stap moet", "andere stappen moeten")
                  + " daardoor schuiven: neem dat over bij Planning.",
          h.streefdatumGehaald().orElse(true));
    } catch (VisieFout fout) {
      return null; // Recording it says what is wrong.
    }
  }
}
