package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Computes the stand: over all, per region where two share a text, and for who must decide again. */
@Service
@Transactional(readOnly = true)
public class Standen {
  private final BesluitOpslag besluiten;
  private final DuidingOpslag duidingen;
  private final StandOpslag standen;
  private final Visies visies;
  private final Versies versies;
  private final Regios regios;
  private final Journaal journaal;
  private final Klok klok;

  Standen(
      BesluitOpslag besluiten,
      DuidingOpslag duidingen,
      StandOpslag standen,
      Visies visies,
      Versies versies,
      Regios regios,
      Journaal journaal,
      Klok klok) {
    this.besluiten = besluiten;
    this.duidingen = duidingen;
    this.standen = standen;
    this.visies = visies;
    this.versies = versies;
    this.regios = regios;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** The stand over all, computed now. */
  public Stand van(String visieId) {
    return bepaal(visieId, visies.deelnames(visieId), besluiten(visieId));
  }

  /** The stand as it would be under another adoption rule. */
  public Stand van(String visieId, Vaststellingsregel regel) {
    return bepaal(visieId, regel, visies.deelnames(visieId), besluiten(visieId));
  }

  /** The stand of some of the municipalities, such as those of one of two regions. */
  public Stand van(String visieId, Collection<String> gemeenten) {
    return bepaal(
        visieId,
        visies.deelnames(visieId).stream().filter(d -> gemeenten.contains(d.gemeente())).toList(),
        besluiten(visieId));
  }

  /** The stand of each region, by name, where more than one share the text; else nothing. */
  public Map<String, Stand> perRegio(String visieId) {
    Regiovisie visie = visies.visie(visieId);
    if (visie.regios().size() < 2) {
      return Map.of();
    }
    LocalDate begin = LocalDate.ofInstant(visie.gestartOp(), Klok.ZONE);
    Map<String, Stand> standen = new LinkedHashMap<>();
    for (String code : visie.regios()) {
      List<String> leden = regios.leden(code, begin).stream().map(Gemeente::code).toList();
      standen.put(regios.regio(code).orElseThrow().naam(), van(visieId, leden));
    }
    return standen;
  }

  private List<Besluit> besluiten(String visieId) {
    return besluiten.findByVisieOrderByDatumAscVolgnrAsc(visieId);
  }

  private Stand bepaal(String visieId, List<Deelname> deelnames, List<Besluit> genomen) {
    return bepaal(visieId, visies.visie(visieId).regel(), deelnames, genomen);
  }

  private Stand bepaal(
      String visieId, Vaststellingsregel regel, List<Deelname> deelnames, List<Besluit> genomen) {
    return new Standbepaling(
            regel,
            deelnames,
            genomen,
            duidingen.findByVisieOrderByVastgelegdOp(visieId),
            versies.vanVisie(visieId),
            klok.vandaag())
        .bepaal();
  }

  /** The municipalities that must decide (again) before the text is adopted the same everywhere. */
  public List<String> moetenBesluiten(String visieId) {
    return van(visieId).gemeenten().stream()
        .filter(g -> g.weging() != Stand.Weging.VASTGESTELD)
        .map(Stand.GemeenteStand::gemeente)
        .toList();
  }

  /** As last computed; empty while nobody decided. */
  public Optional<VisieStand> laatste(String visieId) {
    return standen.findById(visieId);
  }

  /**
   * Computes anew because participants or the version in force changed; does nothing while nobody
   * decided.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void ververs(String visieId) {
    if (standen.existsById(visieId)) {
      herbereken(visieId);
    }
  }

  /** Computes anew and keeps the result, in the transaction of what changed it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Stand herbereken(String visieId) {
    return herbereken(visieId, besluiten(visieId));
  }

  /** As {@link #herbereken(String)}, for who holds all besluiten of the vision already. */
  @Transactional(propagation = Propagation.MANDATORY)
  Stand herbereken(String visieId, List<Besluit> genomen) {
    Stand stand = bepaal(visieId, visies.deelnames(visieId), genomen);
    VisieStand rij = standen.findById(visieId).orElseGet(() -> new VisieStand(visieId));
    Stand.Waarde was = rij.waarde();
    rij.neemOver(stand, klok.instant());
    standen.save(rij);
    if (was != stand.waarde() && !(was == null && stand.waarde() == Stand.Waarde.OPEN)) {
      journaal.noteer(
          Notitie.van("systeem", "stand_gewijzigd", "Stand besluitvorming: " + stand.waarde().naam() + "; " + stand.zin() + ".")
              .bijVisie(visieId));
    }
    return stand;
  }
}
