package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use case: what was recorded wrongly is put right. What stood there stays readable, with the reason;
 * the stand follows in the same transaction. A correction never moves the text: where the route would
 * have gone elsewhere, the answer says so, and a new besluit or a change of the route brings it there.
 */
@Service
public class Correcties {
  private final CorrectieOpslag correcties;
  private final BesluitOpslag besluiten;
  private final BehandelingOpslag behandelingen;
  private final Besluiten vastlegging;
  private final Standen standen;
  private final Visies visies;
  private final Stappen stappen;
  private final Routes routes;
  private final Versies versies;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Journaal journaal;
  private final Klok klok;
  private final Herkansing herkansing;

  Correcties(
      CorrectieOpslag correcties,
      BesluitOpslag besluiten,
      BehandelingOpslag behandelingen,
      Besluiten vastlegging,
      Standen standen,
      Visies visies,
      Stappen stappen,
      Routes routes,
      Versies versies,
      Toegang toegang,
      Vertrouwelijkheden vertrouwelijkheden,
      Journaal journaal,
      Klok klok,
      Herkansing herkansing) {
    this.correcties = correcties;
    this.besluiten = besluiten;
    this.behandelingen = behandelingen;
    this.vastlegging = vastlegging;
    this.standen = standen;
    this.visies = visies;
    this.stappen = stappen;
    this.routes = routes;
    this.versies = versies;
    this.toegang = toegang;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.journaal = journaal;
    this.klok = klok;
    this.herkansing = herkansing;
  }

  /**
   * What a correction did.
   *
   * @param standWas the stand before, as a clause
   * @param standWordt the stand with the correction
   * @param letOp what the correction does not do by itself, in Dutch sentences
   */
  public record Gevolg(String standWas, String standWordt, List<String> letOp) {
    public Gevolg {
      letOp = List.copyOf(letOp);
    }
  }

  /** A conclusion as it should have been recorded. */
  public record Conclusiecorrectie(LocalDate datum, String versie, String conclusie, String reden) {}

  /**
   * Corrects a besluit: an administrative error, not a new besluit. Who belongs to the municipality
   * makes it 'bevestigd'; a besluit that the municipality confirmed is corrected by nobody else.
   *
   * @param v the besluit as it should have been recorded; its {@code volgende} is not read
   * @throws InvoerFout when it cannot be recorded so, or nothing changes
   * @throws GeenToegang when it is not this user's to correct
   */
  public Gevolg besluit(UUID id, Besluiten.Vastlegging v, String reden, Gebruiker wie) {
    return herkansing.doe(() -> corrigeer(id, v, reden, wie));
  }

  private Gevolg corrigeer(UUID id, Besluiten.Vastlegging v, String reden, Gebruiker wie) {
    Besluit besluit = besluiten.findById(id).orElseThrow(() -> new InvoerFout("", "Dit besluit bestaat niet."));
    visies.leesbaar(besluit.visie(), wie);
    Regiovisie visie = visies.vergrendel(besluit.visie());
    Stap stap = visies.stap(besluit.stap());
    vertrouwelijkheden.eisInhoud(visie, stap.id(), wie);
    toegang.eisVastleggen(wie, stap.plek(visie.regios()));
    boolean eigen = wie.legtVastVoor(besluit.gemeente(), besluit.orgaansoort());
    if (besluit.zekerheid() == Zekerheid.BEVESTIGD && !eigen) {
      throw new GeenToegang("De gemeente heeft dit besluit bevestigd; alleen de gemeente corrigeert het.");
    }
    eisReden(reden);
    Uitkomst wordt = Uitkomst.van(v.uitkomst(), besluit.orgaansoort());
    Zekerheid zekerheid = eigen ? Zekerheid.BEVESTIGD : Zekerheid.GEMELD;
    vastlegging.controleer(v, wordt, visie, besluit.orgaansoort(), zekerheid);
    List<Besluit> vanOrgaan =
        besluiten.findByVisieOrderByDatumAscVolgnrAsc(visie.id()).stream()
            .filter(b -> b.gemeente().equals(besluit.gemeente()) && b.orgaansoort() == besluit.orgaansoort())
            .toList();
    if (gelijk(besluit, v, wordt) && besluit.zekerheid() == zekerheid) {
      throw new InvoerFout("", "Er verandert niets.");
    }
    if (vanOrgaan.stream().anyMatch(b -> !b.id().equals(id) && Besluiten.gelijk(b, v, wordt))) {
      throw new InvoerFout("", "Precies dit besluit is al vastgelegd.");
    }
    Uitkomst was = besluit.uitkomst();
    if (!was.besluit() && wordt.besluit() && stap.toestand() == Stap.Toestand.LOOPT) {
      throw new InvoerFout(
          "uitkomst", "De " + besluit.orgaansoort().naam().toLowerCase(Locale.ROOT) + " is nog aan zet: leg dit besluit vast bij die taak.");
    }
    Stand.Waarde waardeWas = standen.van(visie.id()).waarde();
    String standWas = standen.van(visie.id()).zin();
    correcties.save(Correctie.van(besluit, reden, wie.weergave(), klok.instant()));
    besluit.corrigeer(v, wordt, zekerheid, wie.weergave(), klok.instant());
    vanOrgaan.stream()
        .filter(b -> b.stap().equals(stap.id()) && b.uitkomst().besluit())
        .map(Besluit::datum)
        .max(Comparator.naturalOrder())
        .ifPresent(dag -> stappen.corrigeerDatum(stap.id(), dag));
    besluiten.flush();
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "besluit_gecorrigeerd",
                stap.naam() + ": " + klein(was.naam()) + " gecorrigeerd in " + klein(wordt.naam()) + " (" + zekerheid.naam() + ").")
            .bijVisie(visie.id())
            .bijStap(stap.id())
            .bijGemeente(besluit.gemeente())
            .omdat(reden));
    Stand stand = standen.herbereken(visie.id());

    List<String> letOp = new ArrayList<>();
    boolean laatste = vanOrgaan.stream().allMatch(b -> b.volgnr() <= besluit.volgnr());
    if (laatste && was.besluit() && !wordt.besluit()) {
      letOp.add(
          stap.naam() + " heeft nu geen besluit. Vraag een nieuw besluit met 'Opnieuw besluiten', of wijzig de route.");
    } else if (laatste && besluit.orgaansoort() == Orgaansoort.COLLEGE && was.besluit() != wordt.besluit()) {
      letOp.add("De volgorde van college en raad in deze gemeente past hier niet meer bij.");
    }
    RouteModel model = routes.versie(visie.routeVersie()).model();
    visies.stappen(visie.id()).stream()
        .filter(s -> !s.soort().lokaal() && s.toestand() == Stap.Toestand.GEDAAN)
        .filter(s -> s.element().equals(stap.element()))
        .forEach(s -> andersGegaan(model, s, waardeWas.code(), stand.waarde().code(), letOp));
    if (visie.afgerondOp().isPresent() && waardeWas != stand.waarde()) {
      letOp.add("De route van deze visie is al doorlopen; de stand is nu " + stand.waarde().naam() + ".");
    }
    return new Gevolg(standWas, stand.zin(), letOp);
  }

  private static boolean gelijk(Besluit b, Besluiten.Vastlegging v, Uitkomst uitkomst) {
    return Besluiten.gelijk(b, v, uitkomst)
        && Objects.equals(b.nummer(), v.nummer())
        && Objects.equals(b.amendement().orElse(null), v.amendement())
        && Objects.equals(b.bron(), v.bron());
  }

  /**
   * Corrects the conclusion of a treatment.
   *
   * @throws InvoerFout when it cannot be so; to and from 'aangehouden' is another course, no correction
   */
  public Gevolg conclusie(UUID id, Conclusiecorrectie c, String reden, Gebruiker wie) {
    return herkansing.doe(() -> corrigeer(id, c, reden, wie));
  }

  private Gevolg corrigeer(UUID id, Conclusiecorrectie c, String reden, Gebruiker wie) {
    Behandeling b =
        behandelingen.findById(id).orElseThrow(() -> new InvoerFout("", "Deze behandeling bestaat niet."));
    visies.leesbaar(b.visie(), wie);
    Regiovisie visie = visies.vergrendel(b.visie());
    Stap stap = visies.stap(b.stap());
    vertrouwelijkheden.eisInhoud(visie, stap.id(), wie);
    toegang.eisVastleggen(wie, stap.plek(visie.regios()));
    eisReden(reden);
    Conclusie was =
        b.conclusie().orElseThrow(() -> new InvoerFout("", "Er is nog geen conclusie; leg die vast bij de taak."));
    Conclusie wordt = Conclusie.van(c.conclusie());
    if ((was == Conclusie.AANGEHOUDEN) != (wordt == Conclusie.AANGEHOUDEN)) {
      throw new InvoerFout(
          "conclusie",
          "Na aanhouden volgt een nieuwe behandeling; een correctie verandert die loop niet. Behandel de stap opnieuw met 'Route wijzigen'.");
    }
    if (c.datum().isAfter(klok.vandaag())) {
      throw new InvoerFout("datum", "De vergadering is nog niet geweest: de datum ligt in de toekomst.");
    }
    versies
        .versie(visie.id(), c.versie())
        .filter(v -> !c.datum().isBefore(v.datum()))
        .orElseThrow(() -> new InvoerFout("versie", "Versie " + c.versie() + " bestond niet op deze datum."));
    if (wordt == Conclusie.NVT && Tekst.leeg(c.reden())) {
      throw new InvoerFout("reden", "Geef bij n.v.t. de reden.");
    }
    Tekst.hoogstens("reden", c.reden(), 4000);
    if (was == wordt
        && b.datum().equals(Optional.of(c.datum()))
        && b.behandeldeVersie().equals(Optional.of(c.versie()))
        && Objects.equals(b.reden(), c.reden())) {
      throw new InvoerFout("", "Er verandert niets.");
    }
    correcties.save(Correctie.van(b, reden, wie.weergave(), klok.instant()));
    b.corrigeer(c, wordt, wie.weergave(), klok.instant());
    // A step can be treated more than once; it was done when it was treated last.
    if (stap.toestand() == Stap.Toestand.GEDAAN) {
      behandelingen.findByVisieOrderByStapAscVolgnrAsc(visie.id()).stream()
          .filter(ander -> ander.stap().equals(stap.id()))
          .filter(ander -> ander.conclusie().filter(k -> k != Conclusie.AANGEHOUDEN).isPresent())
          .flatMap(ander -> ander.datum().stream())
          .max(Comparator.naturalOrder())
          .ifPresent(dag -> stappen.corrigeerDatum(stap.id(), dag));
    }
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "conclusie_gecorrigeerd",
                stap.naam() + ": " + zin(was) + " gecorrigeerd in " + zin(wordt) + ".")
            .bijVisie(visie.id())
            .bijStap(stap.id())
            .omdat(reden));
    List<String> letOp = new ArrayList<>();
    andersGegaan(routes.versie(visie.routeVersie()).model(), stap, was.code(), wordt.code(), letOp);
    String stand = standen.van(visie.id()).zin();
    return new Gevolg(stand, stand, letOp);
  }

  /** Where the route would have gone with the outcome as it is now. */
  private static void andersGegaan(RouteModel model, Stap stap, String was, String wordt, List<String> letOp) {
    Optional<RouteModel.Keuze> toen = keuze(model, stap, was);
    Optional<RouteModel.Keuze> nu = keuze(model, stap, wordt);
    if (!toen.map(RouteModel.Keuze::naar).equals(nu.map(RouteModel.Keuze::naar))) {
      letOp.add(
          nu.map(k -> "Met deze uitkomst was de tekst na '" + stap.naam() + "' naar '" + naam(model, k.naar()) + "' gegaan.")
                  .orElse("Met deze uitkomst was de tekst na '" + stap.naam() + "' gewoon verder gegaan.")
              + " De tekst blijft waar hij is; wilt u dat veranderen, wijzig dan de route.");
    }
  }

  private static Optional<RouteModel.Keuze> keuze(RouteModel model, Stap stap, String waarde) {
    return model.keuzes().stream()
        .filter(k -> k.blok().equals(stap.element()) && k.waarde().equals(waarde))
        .findFirst();
  }

  private static String naam(RouteModel model, String element) {
    return model.blokken().stream()
        .filter(b -> b.elementId().equals(element))
        .map(RouteModel.Blok::naam)
        .findFirst()
        .orElse("het einde");
  }

  private static String zin(Conclusie conclusie) {
    return conclusie == Conclusie.LEEG ? "zonder conclusie" : klein(conclusie.naam());
  }

  private static String klein(String naam) {
    return naam.toLowerCase(Locale.ROOT);
  }

  private static void eisReden(String reden) {
    if (Tekst.leeg(reden)) {
      throw new InvoerFout("correctiereden", "Geef de reden van de correctie.");
    }
    Tekst.hoogstens("correctiereden", reden, 4000);
  }

  /** What stood there before, the first correction first. */
  @Transactional(readOnly = true)
  public List<Correctie> vanVisie(String visie) {
    return correcties.findByVisieOrderByGecorrigeerdOpAscVolgnrAsc(visie);
  }
}
