package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what colleges and raden decided, how it is read, and what it rests on. */
@Service
public class Besluiten {
  private final BesluitOpslag besluiten;
  private final DuidingOpslag duidingen;
  private final Standen standen;
  private final Visies visies;
  private final Stappen stappen;
  private final Versies versies;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Journaal journaal;
  private final Klok klok;

  Besluiten(
      BesluitOpslag besluiten,
      DuidingOpslag duidingen,
      Standen standen,
      Visies visies,
      Stappen stappen,
      Versies versies,
      Toegang toegang,
      Vertrouwelijkheden vertrouwelijkheden,
      Journaal journaal,
      Klok klok) {
    this.besluiten = besluiten;
    this.duidingen = duidingen;
    this.standen = standen;
    this.visies = visies;
    this.stappen = stappen;
    this.versies = versies;
    this.toegang = toegang;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * A besluit as it comes in.
   *
   * @param bron where it was learned; needed from who does not belong to the municipality
   * @param volgende the next meeting as written, when there was no besluit; else null
   */
  public record Vastlegging(
      LocalDate datum,
      String uitkomst,
      String versie,
      String dictum,
      String nummer,
      String amendement,
      String bron,
      GeschrevenDatum volgende) {
    private String versieZin() {
      return versie == null ? "" : " op versie " + versie;
    }
  }

  /**
   * Records the besluit of the college or raad whose step this is, and computes the stand in the
   * same transaction. A besluit ends the step; an outcome that is no besluit leaves it open.
   * Besluiten on one vision are recorded one after the other.
   *
   * @throws InvoerFout when it cannot be: before its version existed, an exact duplicate, no dictum
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Besluit legVast(String stapId, Vastlegging v, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    Regiovisie visie = visies.vergrendel(stap.visie());
    String gemeente = stap.gemeente().orElseThrow();
    Orgaansoort soort = stap.soort() == Stap.Soort.RAAD ? Orgaansoort.RAAD : Orgaansoort.COLLEGE;
    Uitkomst uitkomst = Uitkomst.van(v.uitkomst(), soort);
    Zekerheid zekerheid = wie.legtVastVoor(gemeente, soort) ? Zekerheid.BEVESTIGD : Zekerheid.GEMELD;
    controleer(v, uitkomst, visie, soort, zekerheid);

    List<Besluit> alle = new ArrayList<>(besluiten.findByVisieOrderByDatumAscVolgnrAsc(visie.id()));
    List<Besluit> eerdere =
        alle.stream()
            .filter(b -> b.gemeente().equals(gemeente) && b.orgaansoort() == soort)
            .toList();
    if (eerdere.stream().anyMatch(b -> gelijk(b, v, uitkomst))) {
      throw new InvoerFout("", "Precies dit besluit is al vastgelegd.");
    }
    Besluit besluit =
        besluiten.save(
            new Besluit(
                stap, soort, eerdere.size() + 1, v, uitkomst, zekerheid, wie.weergave(), klok.instant()));
    if (uitkomst.besluit()) {
      stappen.gebeurdeOp(stapId, v.datum());
      stappen.rondAf(stapId);
    } else {
      stappen.verzet(stapId, v.volgende(), wie);
    }
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "besluit_vastgelegd",
                stap.naam()
                    + ": "
                    + uitkomst.naam().toLowerCase(java.util.Locale.ROOT)
                    + v.versieZin()
                    + " ("
                    + zekerheid.naam()
                    + ").")
            .bijVisie(visie.id())
            .bijStap(stapId)
            .bijGemeente(gemeente)
            .omdat(v.bron()));
    alle.add(besluit);
    standen.herbereken(visie.id(), alle);
    return besluit;
  }

  void controleer(
      Vastlegging v, Uitkomst uitkomst, Regiovisie visie, Orgaansoort soort, Zekerheid zekerheid) {
    if (v.datum().isAfter(klok.vandaag())) {
      throw new InvoerFout("datum", "De datum van het besluit ligt in de toekomst.");
    }
    Tekst.hoogstens("dictum", v.dictum(), 10_000);
    Tekst.hoogstens("amendement", v.amendement(), 10_000);
    Tekst.hoogstens("nummer", v.nummer(), 200);
    Tekst.hoogstens("bron", v.bron(), 1000);
    if (uitkomst.steltIetsVast()) {
      if (Tekst.leeg(v.versie())) {
        throw new InvoerFout("versie", "Noem de versie waarop is besloten.");
      }
      // A college that only passes the raadsvoorstel on adopts nothing itself.
      if (soort == visie.regel().beslist() && Tekst.leeg(v.dictum())) {
        throw new InvoerFout("dictum", "Neem het dictum woord voor woord over.");
      }
    }
    if (!Tekst.leeg(v.versie())) {
      Versie versie =
          versies
              .versie(visie.id(), v.versie())
              .orElseThrow(() -> new InvoerFout("versie", "Versie " + v.versie() + " is niet vastgelegd."));
      if (v.datum().isBefore(versie.datum())) {
        throw new InvoerFout(
            "datum",
            "Versie " + v.versie() + " bestond nog niet op deze datum; zij is van "
                + GeschrevenDatum.op(versie.datum()).tekst() + ".");
      }
    }
    if (zekerheid == Zekerheid.GEMELD && Tekst.leeg(v.bron())) {
      throw new InvoerFout(
          "bron", "Noem de bron, bijvoorbeeld het adres van de besluitenlijst: u legt vast voor een gemeente waar u niet werkt.");
    }
  }

  static boolean gelijk(Besluit b, Vastlegging v, Uitkomst uitkomst) {
    return b.datum().equals(v.datum())
        && b.uitkomst() == uitkomst
        && Objects.equals(b.versie().orElse(null), v.versie())
        && Objects.equals(b.dictum().orElse(null), v.dictum());
  }

  /**
   * Use case: somebody of the municipality confirms what was reported.
   *
   * @throws GeenToegang when the user does not belong to the municipality
   */
  @Transactional
  public Besluit bevestig(UUID id, Gebruiker wie) {
    Besluit besluit = haal(id);
    if (!wie.legtVastVoor(besluit.gemeente(), besluit.orgaansoort())) {
      throw new GeenToegang("Alleen iemand van de gemeente zelf, van deze raad of dit college, bevestigt een besluit.");
    }
    Regiovisie visie = visies.vergrendel(besluit.visie());
    vertrouwelijkheden.eisInhoud(visie, besluit.stap(), wie);
    visie.eisNietOpgeschort();
    if (besluit.zekerheid() == Zekerheid.BEVESTIGD) {
      throw new InvoerFout("", "Dit besluit is al bevestigd.");
    }
    besluit.bevestig(wie.weergave(), klok.instant());
    journaal.noteer(
        Notitie.van(wie.weergave(), "besluit_bevestigd", "Besluit bevestigd: " + besluit.uitkomst().naam().toLowerCase(java.util.Locale.ROOT) + ".")
            .bijVisie(besluit.visie())
            .bijStap(besluit.stap())
            .bijGemeente(besluit.gemeente()));
    return besluit;
  }

  /**
   * Use case: the regional secretary reads a besluit; the stand follows.
   *
   * @throws InvoerFout when there is no reason, or nothing was adopted to be read
   */
  @Transactional
  public Duiding duid(UUID id, Duiding.Klasse klasse, boolean eensluidend, String reden, Gebruiker wie) {
    Besluit besluit = haal(id);
    Regiovisie visie = visies.vergrendel(besluit.visie());
    toegang.eisSecretaris(wie, visie.regios());
    vertrouwelijkheden.eisInhoud(visie, besluit.stap(), wie);
    if (!besluit.uitkomst().steltIetsVast()) {
      throw new InvoerFout("", "Bij deze uitkomst is niets vastgesteld om te duiden.");
    }
    if (Tekst.leeg(reden)) {
      throw new InvoerFout("reden", "Geef de reden van de duiding.");
    }
    Tekst.hoogstens("reden", reden, 4000);
    Duiding duiding =
        duidingen.saveAndFlush(
            new Duiding(besluit, klasse, eensluidend, reden, wie.weergave(), klok.instant()));
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "besluit_geduid",
                "Duiding: raakt " + klasse.naam() + ", " + (eensluidend ? "eensluidend." : "niet eensluidend."))
            .bijVisie(visie.id())
            .bijStap(besluit.stap())
            .bijGemeente(besluit.gemeente())
            .omdat(reden));
    standen.herbereken(visie.id());
    return duiding;
  }

  private Besluit haal(UUID id) {
    return besluiten.findById(id).orElseThrow(() -> new InvoerFout("", "Dit besluit bestaat niet."));
  }

  /** By date. */
  @Transactional(readOnly = true)
  public List<Besluit> vanVisie(String visie) {
    return besluiten.findByVisieOrderByDatumAscVolgnrAsc(visie);
  }

  @Transactional(readOnly = true)
  public List<Duiding> duidingen(String visie) {
    return duidingen.findByVisieOrderByVastgelegdOp(visie);
  }
}
