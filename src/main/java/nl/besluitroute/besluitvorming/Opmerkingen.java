package nl.besluitroute.besluitvorming;

import java.util.List;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks and their answers. */
@Service
public class Opmerkingen {
  private final OpmerkingOpslag opmerkingen;
  private final BehandelingOpslag behandelingen;
  private final Visies visies;
  private final Versies versies;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Opmerkingen(
      OpmerkingOpslag opmerkingen,
      BehandelingOpslag behandelingen,
      Visies visies,
      Versies versies,
      Toegang toegang,
      Journaal journaal,
      Klok klok) {
    this.opmerkingen = opmerkingen;
    this.behandelingen = behandelingen;
    this.visies = visies;
    this.versies = versies;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * An answer.
   *
   * @param versie number of the version in which it was worked in; for 'verwerkt'
   * @param plaats page or paragraph; for 'verwerkt'
   * @param tekst what the Behandeling shows in parentheses; for 'niet overgenomen' the motivation
   */
  public record Beantwoording(Opmerking.Antwoord antwoord, String versie, String plaats, String tekst) {

    /** The Behandeling shows where, between parentheses behind the remark. */
    public static Beantwoording verwerkt(String versie, String plaats) {
      boolean heel = !Tekst.leeg(versie) && !Tekst.leeg(plaats);
      return new Beantwoording(
          Opmerking.Antwoord.VERWERKT,
          versie,
          heel ? plaats.strip() : null,
          heel ? "verwerkt in versie " + versie + ", " + plaats.strip() : null);
    }

    public static Beantwoording nietOvergenomen(String motivatie) {
      return new Beantwoording(
          Opmerking.Antwoord.NIET_OVERGENOMEN,
          null,
          null,
          Tekst.leeg(motivatie) ? null : motivatie.strip());
    }

    private String plaatszin() {
      return (Tekst.leeg(versie) ? "" : " in versie " + versie)
          + (Tekst.leeg(plaats) ? "" : ", " + plaats);
    }
  }

  @Transactional(readOnly = true)
  public List<Opmerking> vanVisie(String visie) {
    return opmerkingen.findByVisieOrderByVolgnr(visie);
  }

  /** Of all treatments in a step, the earliest treatment first. */
  @Transactional(readOnly = true)
  public List<Opmerking> vanStap(String stap) {
    return opmerkingen.vanStap(stap);
  }

  /**
   * Use case: answers a remark; a later answer replaces an earlier one, which stays in the journal.
   *
   * @throws InvoerFout when the answer is incomplete or names a version that does not exist
   */
  @Transactional
  public Opmerking beantwoord(UUID id, Beantwoording b, Gebruiker wie) {
    Opmerking opmerking =
        opmerkingen
            .findById(id)
            .orElseThrow(() -> new InvoerFout("", "Deze opmerking bestaat niet."));
    Regiovisie visie = visies.visie(opmerking.visie());
    Stap stap = visies.stap(behandelingen.findById(opmerking.behandeling()).orElseThrow().stap());
    toegang.eisVastleggen(wie, stap.plek(visie.regios()));
    visie.eisNietOpgeschort();
    Tekst.hoogstens("tekst", b.tekst(), 4000);
    Tekst.hoogstens("plaats", b.plaats(), 200);
    if (b.antwoord() == Opmerking.Antwoord.VERWERKT) {
      if (Tekst.leeg(b.versie())) {
        throw new InvoerFout("versie", "Noem de versie waarin de opmerking is verwerkt.");
      }
      if (versies.versie(visie.id(), b.versie()).isEmpty()) {
        throw new InvoerFout("versie", "Versie " + b.versie() + " is niet vastgelegd.");
      }
      if (Tekst.leeg(b.plaats()) && Tekst.leeg(b.tekst())) {
        throw new InvoerFout("plaats", "Noem de plaats waar de opmerking is verwerkt.");
      }
    } else if (Tekst.leeg(b.tekst())) {
      throw new InvoerFout("tekst", "Motiveer waarom de opmerking niet is overgenomen.");
    }
    opmerking.beantwoord(b, wie.weergave(), klok.instant());
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "opmerking_beantwoord",
                "Opmerking " + b.antwoord().naam() + b.plaatszin() + ": " + opmerking.tekst())
            .bijVisie(visie.id())
            .bijStap(stap.id())
            .omdat(b.tekst()));
    return opmerking;
  }
}
