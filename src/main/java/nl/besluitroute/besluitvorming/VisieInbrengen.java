package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieStarten;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: a vision that is already half-way comes in with its past, and goes on from the step where
 * it stands. The past is recorded now, with its own dates: the journal tells both.
 */
@Service
public class VisieInbrengen {
  private final VisieStarten starten;
  private final Stappen stappen;
  private final Routes routes;
  private final Versies versies;
  private final Behandelingen behandelingen;
  private final Besluiten besluiten;
  private final Journaal journaal;
  private final Regios regios;
  private final Klok klok;

  VisieInbrengen(
      VisieStarten starten,
      Stappen stappen,
      Routes routes,
      Versies versies,
      Behandelingen behandelingen,
      Besluiten besluiten,
      Journaal journaal,
      Regios regios,
      Klok klok) {
    this.starten = starten;
    this.stappen = stappen;
    this.routes = routes;
    this.versies = versies;
    this.behandelingen = behandelingen;
    this.besluiten = besluiten;
    this.journaal = journaal;
    this.regios = regios;
    this.klok = klok;
  }

  /** What happened before; each list in the order in which it happened. */
  public record Verleden(
      List<OudeVersie> versies, List<OudeStap> stappen, List<OudBesluit> besluiten) {
    public Verleden {
      versies = List.copyOf(versies);
      stappen = List.copyOf(stappen);
      besluiten = List.copyOf(besluiten);
    }
  }

  /** A version of the text as it was. */
  public record OudeVersie(
      String nummer, LocalDate datum, String toelichting, List<Versies.Aanlevering> onderdelen) {}

  /**
   * A regional step as it went.
   *
   * @param overgeslagen it was not done
   * @param datum as written; null when nobody knows
   * @param conclusie code, of an overleg; {@code leeg} when nothing was written down
   * @param tekst what stood with the conclusion, word for word; may be null
   * @param versie number of the version that was treated; may be null
   */
  public record OudeStap(
      String element,
      boolean overgeslagen,
      GeschrevenDatum datum,
      String conclusie,
      String tekst,
      String versie) {}

  /** What a college or raad decided, with its source. */
  public record OudBesluit(String gemeente, Orgaansoort orgaan, Besluiten.Vastlegging besluit) {}

  /**
   * Brings the vision in.
   *
   * @throws VisieFout when the order or the past cannot be, in a sentence; no past begins before
   *     {@link GeschrevenDatum#EERSTE_JAAR}
   * @throws InvoerFout when a besluit of the past cannot be recorded so
   */
  @Transactional
  public Regiovisie brengIn(VisieStarten.Opdracht opdracht, Verleden verleden, Gebruiker wie) {
    Regiovisie visie = starten.brengIn(opdracht, eersteDag(verleden), wie);
    RouteModel model = routes.versie(visie.routeVersie()).model();
    verleden
        .versies()
        .forEach(
            v ->
                versies.legVast(
                    visie.id(), v.nummer(), v.datum(), v.toelichting(), v.onderdelen(), wie.weergave()));
    Set<String> gezien = new HashSet<>();
    for (OudeStap oud : verleden.stappen()) {
      RouteModel.Blok blok = blok(model, oud.element());
      if (!gezien.add(oud.element())) {
        throw new VisieFout("Stap '" + blok.naam() + "' staat twee keer in het verleden.");
      }
      leg(visie, blok, oud, wie);
    }
    for (OudBesluit oud : verleden.besluiten()) {
      RouteModel.Blok blok =
          model.blokken().stream()
              .filter(b -> b.soort() == Bloksoort.LOKAAL && b.gepland())
              .findFirst()
              .orElseThrow(() -> new VisieFout("De route heeft geen lokale besluitvorming."));
      Stap.Soort soort = oud.orgaan() == Orgaansoort.RAAD ? Stap.Soort.RAAD : Stap.Soort.COLLEGE;
      try {
        besluiten.legVast(
            StapId.van(visie.id(), blok.elementId(), oud.gemeente(), soort, 1).toString(), oud.besluit(), wie);
      } catch (InvoerFout fout) {
        String gemeente = regios.gemeente(oud.gemeente()).map(Gemeente::naam).orElse(oud.gemeente());
        throw new InvoerFout(fout.veld(), oud.orgaan().naam() + " van " + gemeente + ": " + fout.getMessage());
      }
      if (gezien.add(blok.elementId())) {
        stappen.wasOnderweg(StapId.van(visie.id(), blok.elementId()));
      }
    }
    starten.gaVerder(visie);
    return visie;
  }

  private LocalDate eersteDag(Verleden verleden) {
    LocalDate eerste = Stream.of(
            verleden.versies().stream().map(OudeVersie::datum),
            verleden.besluiten().stream().map(b -> b.besluit().datum()),
            verleden.stappen().stream()
                .filter(s -> s.datum() != null && s.datum().isBekend())
                .map(s -> s.datum().laatste()))
        .flatMap(dagen -> dagen)
        .filter(dag -> dag.isBefore(klok.vandaag()))
        .min(Comparator.naturalOrder())
        .orElse(klok.vandaag());
    if (!GeschrevenDatum.isPlanbaar(eerste)) {
      throw new VisieFout("Het verleden begint in het jaar " + eerste.getYear() + "; controleer het jaar.");
    }
    return eerste;
  }

  private static RouteModel.Blok blok(RouteModel model, String element) {
    return model.blokken().stream()
        .filter(b -> b.elementId().equals(element))
        .findFirst()
        .orElseThrow(() -> new VisieFout("Het verleden noemt een stap die de route niet heeft: " + element + "."));
  }

  private void leg(Regiovisie visie, RouteModel.Blok blok, OudeStap oud, Gebruiker wie) {
    if (oud.datum() != null && oud.datum().isBekend() && !oud.overgeslagen()
        && oud.datum().eerste().isAfter(klok.vandaag())) {
      throw new VisieFout("Stap '" + blok.naam() + "' ligt nog in de toekomst; dat is geen verleden.");
    }
    Stap stap = stappen.wasAl(StapId.van(visie.id(), oud.element()), !oud.overgeslagen(), oud.datum());
    boolean overleg = stap.soort() == Stap.Soort.OVERLEG;
    Conclusie conclusie =
        overleg && !oud.overgeslagen()
            ? Conclusie.van(oud.conclusie() == null ? Conclusie.LEEG.code() : oud.conclusie())
            : null;
    if (conclusie == Conclusie.AANGEHOUDEN) {
      throw new VisieFout("Stap '" + blok.naam() + "' is aangehouden, en dus niet gedaan.");
    }
    if (conclusie != null) {
      if (oud.versie() != null && versies.versie(visie.id(), oud.versie()).isEmpty()) {
        throw new VisieFout("Stap '" + blok.naam() + "': versie " + oud.versie() + " is niet vastgelegd.");
      }
      behandelingen.brengIn(
          stap,
          new Behandelingen.Verslag(
              oud.datum() == null ? null : oud.datum().precies().orElse(null),
              oud.versie(),
              conclusie,
              oud.tekst(),
              false,
              null,
              List.of(),
              List.of()),
          wie.weergave());
    }
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "verleden_vastgelegd",
                stap.naam()
                    + (oud.overgeslagen() ? ": overgeslagen" : oud.datum() == null ? ": gedaan" : ": " + oud.datum().tekst())
                    + (conclusie == null || conclusie == Conclusie.LEEG
                        ? "."
                        : ", " + conclusie.naam().toLowerCase(Locale.ROOT) + "."))
            .bijVisie(visie.id())
            .bijStap(stap.id())
            .omdat(oud.tekst()));
  }
}
