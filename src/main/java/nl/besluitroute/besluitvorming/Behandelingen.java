package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Treatments by the regional overleggen. Called by the route, inside the task's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Behandelingen {
  private final BehandelingOpslag behandelingen;
  private final OpmerkingOpslag opmerkingen;
  private final Visies visies;
  private final Stappen stappen;
  private final Versies versies;
  private final Journaal journaal;
  private final Klok klok;

  Behandelingen(
      BehandelingOpslag behandelingen,
      OpmerkingOpslag opmerkingen,
      Visies visies,
      Stappen stappen,
      Versies versies,
      Journaal journaal,
      Klok klok) {
    this.behandelingen = behandelingen;
    this.opmerkingen = opmerkingen;
    this.visies = visies;
    this.stappen = stappen;
    this.versies = versies;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * What was concluded in a meeting.
   *
   * @param versie number of the version that was treated
   * @param nieuweVersie whether a new version is made before the text goes on
   * @param volgende the next meeting as written, when the item was postponed; else null
   */
  public record Verslag(
      LocalDate datum,
      String versie,
      Conclusie conclusie,
      String reden,
      boolean nieuweVersie,
      GeschrevenDatum volgende,
      List<Behandeling.Voorbehoud> voorbehouden,
      List<NieuweOpmerking> opmerkingen) {}

  /** @param eigenaar the function that will answer; may be null */
  public record NieuweOpmerking(String tekst, String eigenaar) {}

  /** How the route goes on after a conclusion. */
  public enum Vervolg {
    VERDER,
    AANGEHOUDEN,
    NIEUWE_VERSIE
  }

  /**
   * A step's treatment begins: a fresh row, with the step's date as planned. One that a change of the
   * route broke off before its conclusion stays as it is.
   */
  public Behandeling begin(Stap stap) {
    openVan(stap.id()).ifPresent(Behandeling::vervalt);
    return behandelingen.save(new Behandeling(stap, behandelingen.countByStap(stap.id()) + 1));
  }

  /**
   * A treatment from before the vision came in.
   *
   * @param verslag its date is null when only a written one is known, its version when none is
   */
  void brengIn(Stap stap, Verslag verslag, String door) {
    begin(stap).concludeer(verslag, door, klok.instant());
  }

  /** A step goes on where it was left: its open treatment stays the one. */
  public Behandeling gaVerder(Stap stap) {
    return openVan(stap.id()).orElseGet(() -> begin(stap));
  }

  /** @throws InvoerFout when the version does not exist, or was sent before it existed */
  public void verzonden(String stapId, String versie, LocalDate op, String toelichting, Gebruiker wie) {
    Behandeling b = open(stapId);
    eisVersie("versie", b.visie(), versie, op, "verzonden_op", "De stukken zijn niet verzonden voordat versie %s er was (%s).");
    if (op.isAfter(klok.vandaag())) {
      throw new InvoerFout("verzonden_op", "De verzenddatum ligt in de toekomst.");
    }
    Stap stap = visies.stap(stapId);
    Optional<String> instemming = stap.nazending().map(Stap.Nazending::instemming);
    b.verzonden(versie, op, instemming.orElse(null));
    String hoe = instemming.map(door -> " nagezonden met instemming van " + door).orElse(" verzonden");
    journaal.noteer(
        Notitie.van(wie.weergave(), "stukken_verzonden", "Versie " + versie + hoe + ": " + stap.naam() + ".")
            .bijVisie(b.visie())
            .bijStap(stapId)
            .omdat(toelichting));
  }

  /**
   * Records the conclusion of the open treatment.
   *
   * @throws InvoerFout when something in the report cannot be
   */
  public Vervolg concludeer(String stapId, Verslag v, Gebruiker wie) {
    Behandeling b = open(stapId);
    Stap stap = visies.stap(stapId);
    if (v.datum().isAfter(klok.vandaag())) {
      throw new InvoerFout("datum", "De vergadering is nog niet geweest: de datum ligt in de toekomst.");
    }
    eisVersie("versie", b.visie(), v.versie(), v.datum(), "datum", "Versie %s bestond nog niet op deze datum; zij is van %s.");
    if (v.conclusie() == Conclusie.NVT && Tekst.leeg(v.reden())) {
      throw new InvoerFout("reden", "Geef bij n.v.t. de reden.");
    }
    Tekst.hoogstens("reden", v.reden(), 4000);
    eisVoorbehouden(v, b.visie());
    v.opmerkingen()
        .forEach(
            o -> {
              if (Tekst.leeg(o.tekst())) {
                throw new InvoerFout("opmerkingen", "Een opmerking is leeg.");
              }
              Tekst.hoogstens("opmerkingen", o.tekst(), 4000);
            });
    b.concludeer(v, wie.weergave(), klok.instant());
    if (stap.schriftelijk()) {
      b.wasSchriftelijk();
    }
    int volgnr = 0;
    for (NieuweOpmerking o : v.opmerkingen()) {
      opmerkingen.save(new Opmerking(b, ++volgnr, o.tekst(), o.eigenaar()));
    }
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "conclusie_vastgelegd",
                stap.naam() + ": " + (v.conclusie() == Conclusie.LEEG ? "zonder conclusie" : v.conclusie().naam().toLowerCase(java.util.Locale.ROOT)) + ".")
            .bijVisie(b.visie())
            .bijStap(stapId)
            .omdat(v.reden()));
    if (v.conclusie() == Conclusie.AANGEHOUDEN) {
      stappen.verzet(stapId, v.volgende(), wie);
      begin(stap);
      return Vervolg.AANGEHOUDEN;
    }
    stappen.gebeurdeOp(stapId, v.datum());
    return v.nieuweVersie() ? Vervolg.NIEUWE_VERSIE : Vervolg.VERDER;
  }

  private void eisVoorbehouden(Verslag v, String visie) {
    List<String> deelnemers = visies.deelnemers(visie);
    Set<String> gezien = new HashSet<>();
    v.voorbehouden()
        .forEach(
            voorbehoud -> {
              if (!deelnemers.contains(voorbehoud.gemeente())) {
                throw new InvoerFout("voorbehouden", "Gemeente " + voorbehoud.gemeente() + " neemt niet deel aan deze visie.");
              }
              if (!gezien.add(voorbehoud.gemeente())) {
                throw new InvoerFout("voorbehouden", "Per gemeente is er één voorbehoud.");
              }
              if (Tekst.leeg(voorbehoud.tekst())) {
                throw new InvoerFout("voorbehouden", "Een voorbehoud is leeg.");
              }
              Tekst.hoogstens("voorbehouden", voorbehoud.tekst(), 4000);
            });
  }

  private void eisVersie(String veld, String visie, String nummer, LocalDate dag, String datumveld, String zin) {
    Versie versie =
        versies
            .versie(visie, nummer)
            .orElseThrow(() -> new InvoerFout(veld, "Versie " + nummer + " is niet vastgelegd."));
    if (dag.isBefore(versie.datum())) {
      throw new InvoerFout(datumveld, String.format(zin, nummer, GeschrevenDatum.op(versie.datum()).tekst()));
    }
  }

  private Behandeling open(String stap) {
    return openVan(stap)
        .orElseThrow(() -> new InvoerFout("", "Deze stap wordt nu niet behandeld."));
  }

  /** The treatment that has no conclusion yet. */
  @Transactional(readOnly = true)
  public Optional<Behandeling> openVan(String stap) {
    return behandelingen.findFirstByStapOrderByVolgnrDesc(stap).filter(b -> b.conclusie().isEmpty() && !b.vervallen());
  }

  /** In the order in which they began. */
  @Transactional(readOnly = true)
  public List<Behandeling> vanVisie(String visie) {
    return behandelingen.findByVisieOrderByStapAscVolgnrAsc(visie);
  }
}
