package nl.besluitroute.vergaderschema;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reces, and the days it is made from: school holidays and elections. Reces of a body is kept by who
 * plans for it; that of a municipality or region, the school holidays and the elections by the
 * beheerder. Refusals as in {@link Vergaderschema}.
 */
@Service
@Transactional(readOnly = true)
public class Recessen {
  private static final DateTimeFormatter DAG =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("nl-NL"));

  /** No reces or holiday lasts longer. */
  private static final int LANGSTE = 120;

  private final RecesOpslag opslag;
  private final SchoolvakantieOpslag schoolvakanties;
  private final VerkiezingOpslag verkiezingen;
  private final VergaderdatumOpslag vergaderingen;
  private final Schemarecht recht;
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Recessen(
      RecesOpslag opslag,
      SchoolvakantieOpslag schoolvakanties,
      VerkiezingOpslag verkiezingen,
      VergaderdatumOpslag vergaderingen,
      Schemarecht recht,
      Regios regios,
      Toegang toegang,
      Journaal journaal,
      Klok klok) {
    this.opslag = opslag;
    this.schoolvakanties = schoolvakanties;
    this.verkiezingen = verkiezingen;
    this.vergaderingen = vergaderingen;
    this.recht = recht;
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** The reces of a body in order: its own, and that of its municipality or region. */
  public List<Reces> van(Orgaan orgaan) {
    return van(List.of(orgaan)).get(orgaan.id());
  }

  /** As {@link #van(Orgaan)} for many bodies, by body id, in one query. */
  public Map<String, List<Reces>> van(Collection<Orgaan> organen) {
    List<Reces> alle =
        opslag.van(
            lijst(organen.stream().map(Orgaan::id).toList()),
            lijst(organen.stream().flatMap(o -> o.gemeente().stream()).distinct().toList()),
            lijst(organen.stream().flatMap(o -> o.regio().stream()).distinct().toList()));
    Map<String, List<Reces>> per = new HashMap<>();
    for (Orgaan o : organen) {
      per.put(
          o.id(),
          alle.stream()
              .filter(
                  r ->
                      r.orgaan().filter(o.id()::equals).isPresent()
                          || (r.gemeente().isPresent() && r.gemeente().equals(o.gemeente()))
                          || (r.regio().isPresent() && r.regio().equals(o.regio())))
              .toList());
    }
    return per;
  }

  /** An empty list is no list to every database. */
  private static List<String> lijst(List<String> waarden) {
    return waarden.isEmpty() ? List.of("") : waarden;
  }

  /** The reces of whole municipalities and regions, in order. */
  public List<Reces> vanGebieden() {
    return opslag.findByOrgaanIsNullOrderByVanAscNaamAsc();
  }

  public Optional<Reces> zoek(UUID id) {
    return opslag.findById(id);
  }

  public Optional<Schoolvakantie> schoolvakantie(UUID id) {
    return schoolvakanties.findById(id);
  }

  /**
   * What a change of reces did to meetings from today on. None of them moved: a meeting in reces is
   * unusual, not impossible.
   *
   * @param erin fall in reces since
   * @param eruit do not any more
   */
  public record Gevolg(List<Vergaderdatum> erin, List<Vergaderdatum> eruit) {}

  private Gevolg gevolg(List<Orgaan> organen, Runnable wijziging) {
    List<Vergaderdatum> voor = inReces(organen);
    wijziging.run();
    opslag.flush();
    List<Vergaderdatum> na = inReces(organen);
    return new Gevolg(
        na.stream().filter(v -> !voor.contains(v)).toList(),
        voor.stream().filter(v -> !na.contains(v)).toList());
  }

  private List<Vergaderdatum> inReces(List<Orgaan> organen) {
    if (organen.isEmpty()) {
      return List.of();
    }
    LocalDate vandaag = klok.vandaag();
    Map<String, List<Reces>> reces = van(organen);
    return vergaderingen
        .tussen(
            organen.stream().map(Orgaan::id).toList(),
            vandaag,
            vandaag.plusYears(Vergaderschema.JAREN_VOORUIT))
        .stream()
        .filter(Vergaderdatum::isGepland)
        .filter(v -> reces.get(v.orgaan()).stream().anyMatch(r -> r.bevat(v.dag())))
        .toList();
  }

  /** The bodies for which a reces holds. */
  private List<Orgaan> organen(Reces reces) {
    return reces
        .orgaan()
        .map(o -> List.of(recht.orgaan(o)))
        .or(() -> reces.gemeente().map(g -> regios.organenVan(List.of(g))))
        .orElseGet(() -> regios.overleggen(List.of(reces.regio().orElseThrow())));
  }

  public List<Schoolvakantie> schoolvakanties() {
    return schoolvakanties.findAllByOrderByVanAscLandsdeelAsc();
  }

  public List<Verkiezing> verkiezingen() {
    return verkiezingen.findAllByOrderByDag();
  }

  public Optional<Verkiezing> verkiezing(LocalDate dag) {
    return verkiezingen.findById(dag);
  }

  // -- of a body -------------------------------------------------------------------------------

  @Transactional
  public Reces voegToe(String orgaanId, String naam, LocalDate van, LocalDate totEnMet, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    String hoe = eisNaam(naam);
    eisDagen(van, totEnMet);
    Reces reces = opslag.save(new Reces(orgaanId, null, null, hoe, van, totEnMet));
    noteer(orgaan.naam(), orgaan.gemeente(), wie, "reces_toegevoegd", "reces " + woorden(reces) + " toegevoegd.");
    return reces;
  }

  /** Adds the school holidays from today on that the body does not have yet; how many. */
  @Transactional
  public int neemSchoolvakantiesOver(String orgaanId, Schoolvakantie.Landsdeel landsdeel, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    SchemaFout.eis(landsdeel != null, "landsdeel", "Kies noord, midden of zuid.");
    List<Reces> bestaand = van(orgaan);
    List<Reces> nieuw =
        schoolvakanties
            .findByLandsdeelAndTotEnMetGreaterThanEqualOrderByVan(landsdeel, klok.vandaag())
            .stream()
            .filter(
                s ->
                    bestaand.stream()
                        .noneMatch(r -> r.van().equals(s.van()) && r.totEnMet().equals(s.totEnMet())))
            .map(s -> new Reces(orgaanId, null, null, s.naam(), s.van(), s.totEnMet()))
            .toList();
    if (!nieuw.isEmpty()) {
      opslag.saveAll(nieuw);
      noteer(
          orgaan.naam(),
          orgaan.gemeente(),
          wie,
          "reces_toegevoegd",
          "de schoolvakanties van regio " + landsdeel.naam() + " als reces overgenomen (" + nieuw.size() + ").");
    }
    return nieuw.size();
  }

  /** Removes a reces, of a body or of a municipality or region. */
  @Transactional
  public Gevolg verwijder(UUID id, Gebruiker wie) {
    Reces reces = eisTeWijzigen(id, wie);
    noteer(reces, wie, "reces_verwijderd", "reces " + woorden(reces) + " verwijderd.");
    return gevolg(organen(reces), () -> opslag.delete(reces));
  }

  /** Changes a reces, of a body or of a municipality or region; where it holds stays. */
  @Transactional
  public Gevolg wijzig(UUID id, String naam, LocalDate van, LocalDate totEnMet, Gebruiker wie) {
    Reces reces = eisTeWijzigen(id, wie);
    String hoe = eisNaam(naam);
    eisDagen(van, totEnMet);
    String was = woorden(reces);
    Gevolg gevolg = gevolg(organen(reces), () -> reces.wijzig(hoe, van, totEnMet));
    noteer(reces, wie, "reces_gewijzigd", "reces " + was + " is nu " + woorden(reces) + ".");
    return gevolg;
  }

  private Reces eisTeWijzigen(UUID id, Gebruiker wie) {
    Reces reces =
        opslag.findById(id).orElseThrow(() -> new SchemaFout("", "Dit reces bestaat niet meer."));
    if (reces.orgaan().isPresent()) {
      recht.eisPlannen(wie, reces.orgaan().get());
    } else {
      toegang.eisBeheren(wie);
    }
    return reces;
  }

  private void noteer(Reces reces, Gebruiker wie, String soort, String tekst) {
    if (reces.orgaan().isPresent()) {
      Orgaan orgaan = recht.orgaan(reces.orgaan().get());
      noteer(orgaan.naam(), orgaan.gemeente(), wie, soort, tekst);
    } else {
      noteer(waar(reces), reces.gemeente(), wie, soort, tekst);
    }
  }

  /** The meetings that fall in a reces and would not without it. */
  public List<Vergaderdatum> erin(Reces reces) {
    List<Orgaan> organen = organen(reces);
    Map<String, List<Reces>> alle = van(organen);
    return inReces(organen).stream()
        .filter(v -> reces.bevat(v.dag()))
        .filter(v -> alle.get(v.orgaan()).stream().filter(r -> r.bevat(v.dag())).count() == 1)
        .toList();
  }

  // -- of the beheerder ------------------------------------------------------------------------

  /** @param gebied code of a municipality or of a region; its bodies begin with this reces */
  @Transactional
  public Reces voegToeVoorGebied(
      String gebied, String naam, LocalDate van, LocalDate totEnMet, Gebruiker wie) {
    toegang.eisBeheren(wie);
    boolean isGemeente = gebied != null && regios.gemeente(gebied).isPresent();
    SchemaFout.eis(
        isGemeente || (gebied != null && regios.regio(gebied).isPresent()),
        "gebied",
        "Kies een gemeente of een regio.");
    String hoe = eisNaam(naam);
    eisDagen(van, totEnMet);
    Reces reces =
        opslag.save(
            new Reces(null, isGemeente ? gebied : null, isGemeente ? null : gebied, hoe, van, totEnMet));
    noteer(waar(reces), reces.gemeente(), wie, "reces_toegevoegd", "reces " + woorden(reces) + " toegevoegd.");
    return reces;
  }

  @Transactional
  public void wijzigSchoolvakantie(
      UUID id,
      Schoolvakantie.Landsdeel landsdeel,
      String naam,
      LocalDate van,
      LocalDate totEnMet,
      Gebruiker wie) {
    toegang.eisBeheren(wie);
    Schoolvakantie vakantie =
        schoolvakanties
            .findById(id)
            .orElseThrow(() -> new SchemaFout("", "Deze vakantie bestaat niet meer."));
    eisLandsdeel(landsdeel);
    String hoe = eisNaam(naam);
    eisDagen(van, totEnMet);
    String was = woorden(vakantie);
    vakantie.wijzig(landsdeel, hoe, van, totEnMet);
    noteer(
        "Schoolvakanties", Optional.empty(), wie, "schoolvakantie_gewijzigd", was + " is nu " + woorden(vakantie) + ".");
  }

  @Transactional
  public Schoolvakantie voegSchoolvakantieToe(
      Schoolvakantie.Landsdeel landsdeel, String naam, LocalDate van, LocalDate totEnMet, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisLandsdeel(landsdeel);
    String hoe = eisNaam(naam);
    eisDagen(van, totEnMet);
    Schoolvakantie vakantie =
        schoolvakanties.save(new Schoolvakantie(landsdeel, hoe, van, totEnMet));
    noteer(
        "Schoolvakanties", Optional.empty(), wie, "schoolvakantie_toegevoegd", woorden(vakantie) + " toegevoegd.");
    return vakantie;
  }

  @Transactional
  public void verwijderSchoolvakantie(UUID id, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Schoolvakantie vakantie =
        schoolvakanties
            .findById(id)
            .orElseThrow(() -> new SchemaFout("", "Deze vakantie bestaat niet meer."));
    schoolvakanties.delete(vakantie);
    noteer(
        "Schoolvakanties", Optional.empty(), wie, "schoolvakantie_verwijderd", woorden(vakantie) + " verwijderd.");
  }

  /** Adds an election, or gives that day's election another name. */
  @Transactional
  public void zetVerkiezing(LocalDate dag, String naam, Gebruiker wie) {
    toegang.eisBeheren(wie);
    SchemaFout.eis(dag != null, "dag", "Noem de dag van de stemming.");
    eisRedelijk(dag, "dag");
    String hoe = eisNaam(naam);
    verkiezingen
        .findById(dag)
        .ifPresentOrElse(v -> v.hernoem(hoe), () -> verkiezingen.save(new Verkiezing(dag, hoe)));
    noteer("Verkiezingen", Optional.empty(), wie, "verkiezing_vastgelegd", hoe + " op " + DAG.format(dag) + ".");
  }

  @Transactional
  public void verwijderVerkiezing(LocalDate dag, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Verkiezing weg =
        verkiezingen
            .findById(dag)
            .orElseThrow(() -> new SchemaFout("", "Deze verkiezing staat er niet meer."));
    verkiezingen.delete(weg);
    noteer(
        "Verkiezingen", Optional.empty(), wie, "verkiezing_verwijderd", weg.naam() + " op " + DAG.format(dag) + " verwijderd.");
  }

  // -- rules -----------------------------------------------------------------------------------

  private static void eisLandsdeel(Schoolvakantie.Landsdeel landsdeel) {
    SchemaFout.eis(landsdeel != null, "landsdeel", "Kies noord, midden of zuid.");
  }

  private static String eisNaam(String naam) {
    String hoe = SchemaFout.tekst("naam", naam, 120);
    SchemaFout.eis(hoe != null, "naam", "Vul de naam in.");
    return hoe;
  }

  private void eisDagen(LocalDate van, LocalDate totEnMet) {
    SchemaFout.eis(van != null, "van", "Noem de eerste dag.");
    SchemaFout.eis(totEnMet != null, "tot", "Noem de laatste dag.");
    eisRedelijk(van, "van");
    SchemaFout.eis(!totEnMet.isBefore(van), "tot", "De laatste dag ligt voor de eerste.");
    SchemaFout.eis(
        totEnMet.isBefore(van.plusDays(LANGSTE)),
        "tot",
        "Dit duurt langer dan " + LANGSTE + " dagen; controleer de datums.");
  }

  private void eisRedelijk(LocalDate dag, String veld) {
    SchemaFout.eis(
        Math.abs(dag.getYear() - klok.vandaag().getYear()) <= Vergaderschema.JAREN_VOORUIT,
        veld,
        "Dit jaar ligt te ver weg; controleer de datum.");
  }

  private String waar(Reces reces) {
    return reces
        .gemeente()
        .map(c -> "Gemeente " + regios.namen(List.of(c)).getOrDefault(c, c))
        .orElseGet(
            () -> {
              String c = reces.regio().orElseThrow();
              return "Regio " + regios.regioNamen(List.of(c)).getOrDefault(c, c);
            });
  }

  private static String woorden(Reces r) {
    return r.naam() + " (" + DAG.format(r.van()) + " tot en met " + DAG.format(r.totEnMet()) + ")";
  }

  private static String woorden(Schoolvakantie s) {
    return s.naam()
        + " "
        + s.landsdeel().naam()
        + " ("
        + DAG.format(s.van())
        + " tot en met "
        + DAG.format(s.totEnMet())
        + ")";
  }

  private void noteer(
      String waar, Optional<String> gemeente, Gebruiker wie, String soort, String tekst) {
    journaal.noteer(
        Notitie.van(wie.weergave(), soort, waar + ": " + tekst).bijGemeente(gemeente.orElse(null)));
  }
}
