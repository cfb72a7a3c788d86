package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Termijnbeleid;
import nl.besluitroute.visie.Termijnbeleid.Werk;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases: what is done about stukken that an overleg did not get in time. Refused is {@link
 * VisieFout} with a sentence, {@link nl.besluitroute.toegang.GeenToegang} for who does not record or
 * plan there, and {@link nl.besluitroute.visie.VisieNietGevonden} for who does not read the vision;
 * then nothing has changed.
 */
@Service
public class Aanlevering {
  /** How far ahead a later meeting is looked for. */
  private static final int ZOEK_JAREN = 2;

  private final Visies visies;
  private final Stappen stappen;
  private final Behandelingen behandelingen;
  private final Termijnbeleid termijnen;
  private final Vergaderschema schema;
  private final Toegang toegang;
  private final Klok klok;
  private final Herkansing herkansing;

  Aanlevering(
      Visies visies,
      Stappen stappen,
      Behandelingen behandelingen,
      Termijnbeleid termijnen,
      Vergaderschema schema,
      Toegang toegang,
      Klok klok,
      Herkansing herkansing) {
    this.visies = visies;
    this.stappen = stappen;
    this.behandelingen = behandelingen;
    this.termijnen = termijnen;
    this.schema = schema;
    this.toegang = toegang;
    this.klok = klok;
    this.herkansing = herkansing;
  }

  /**
   * A term for stukken that passed while they were not sent.
   *
   * @param uiterlijk the last day on which they would have been in time
   * @param nazenden whether they may still come for this meeting: it was not held, and nobody
   *     consented yet
   * @param latere the next meeting of the body for which they can be in time, in its calendar
   */
  public record Gemist(LocalDate uiterlijk, boolean nazenden, Optional<Vergaderdatum> latere) {}

  /** Empty while the term runs, and when there is nothing to send. */
  @Transactional(readOnly = true)
  public Optional<Gemist> gemist(String stapId) {
    Stap stap = visies.stap(stapId);
    if (behandelingen.openVan(stapId).filter(b -> b.verzondenOp().isEmpty()).isEmpty()) {
      return Optional.empty();
    }
    return termijnen
        .termijn(stap, Werk.AANLEVEREN)
        .filter(t -> !klok.instant().isBefore(t.verlooptOp()))
        .map(
            t ->
                new Gemist(
                    t.uiterlijk(),
                    stap.nazending().isEmpty() && !dag(stap).isBefore(klok.vandaag()),
                    volgende(stap, dag(stap))));
  }

  /** A date with less than day precision counts by its last day, as its terms do. */
  private static LocalDate dag(Stap stap) {
    return stap.gepland().map(GeschrevenDatum::laatste).orElseThrow();
  }

  /** The first meeting of its body after a day for which the stukken can be in time. */
  @Transactional(readOnly = true)
  public Optional<Vergaderdatum> volgende(Stap stap, LocalDate na) {
    Optional<String> orgaan = stap.orgaan();
    LocalDate van = na.isBefore(klok.vandaag()) ? klok.vandaag() : na.plusDays(1);
    Termijnbeleid.Blad blad = termijnen.van(List.of(stap));
    return orgaan.flatMap(
        o ->
            schema.gepland(List.of(o), van, van.plusYears(ZOEK_JAREN)).getOrDefault(o, List.of()).stream()
                .filter(v -> blad.opTijd(stap, v.dag(), klok.instant()))
                .findFirst());
  }

  /**
   * The stukken come after their term, for the same meeting. What is sent then is marked as
   * nagezonden, and the work is due on the day of the meeting.
   *
   * @param instemming who consented: the chair of the overleg
   */
  public void nazenden(String stapId, String instemming, String reden, Gebruiker wie) {
    herkansing.doe(
        () -> {
          Stap stap = eisLeesbaar(stapId, wie);
          toegang.eisVastleggen(wie, stap.plek(visies.visie(stap.visie()).regios()));
          Gemist gemist = eisGemist(stapId);
          if (!gemist.nazenden()) {
            throw new VisieFout(
                stap.nazending().isPresent()
                    ? "Voor deze vergadering is al vastgelegd dat de stukken worden nagezonden."
                    : "De vergadering is al geweest. Kies een latere vergadering.");
          }
          stappen.nazenden(StapId.lees(stapId), instemming, reden, wie);
        });
  }

  /** The step goes to the next meeting of its body for which the stukken can be in time. */
  public Vergaderdatum latereVergadering(String stapId, String reden, Gebruiker wie) {
    return herkansing.doe(
        () -> {
          Stap stap = eisLeesbaar(stapId, wie);
          toegang.eisPlannen(wie, stap.plek(visies.visie(stap.visie()).regios()));
          Vergaderdatum latere =
              eisGemist(stapId)
                  .latere()
                  .orElseThrow(
                      () ->
                          new VisieFout(
                              "In de kalender van dit overleg staat geen latere vergadering die nog te halen is."
                                  + " Voeg haar toe, of wijzig de datum in de planning."));
          if (reden == null || reden.isBlank()) {
            throw new VisieFout("Geef een reden.");
          }
          stappen.zetOpVergadering(
              StapId.lees(stapId), latere.dag(), Optional.of(latere.id()), reden.strip(), wie);
          return latere;
        });
  }

  private Stap eisLeesbaar(String stapId, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    visies.leesbaar(stap.visie(), wie);
    visies.vergrendel(stap.visie());
    return stap;
  }

  private Gemist eisGemist(String stapId) {
    return gemist(stapId)
        .orElseThrow(
            () ->
                new VisieFout(
                    "Er zijn bij deze stap geen stukken waarvan de aanlevertermijn voorbij is."));
  }
}
