package nl.besluitroute.regio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the other modules may ask about regions, municipalities and bodies. */
@Service
@Transactional(readOnly = true)
public class Regios {
  private final RegioOpslag regios;
  private final GemeenteOpslag gemeenten;
  private final LidmaatschapOpslag lidmaatschappen;
  private final OrgaanOpslag organen;

  Regios(
      RegioOpslag regios,
      GemeenteOpslag gemeenten,
      LidmaatschapOpslag lidmaatschappen,
      OrgaanOpslag organen) {
    this.regios = regios;
    this.gemeenten = gemeenten;
    this.lidmaatschappen = lidmaatschappen;
    this.organen = organen;
  }

  public List<Regio> alle() {
    return regios.findAllByOrderByNaam();
  }

  public Optional<Regio> regio(String code) {
    return regios.findById(code);
  }

  /** Names of regions by code, for screens. */
  public Map<String, String> regioNamen(Collection<String> codes) {
    Map<String, String> namen = new HashMap<>();
    regios.findAllById(codes).forEach(regio -> namen.put(regio.code(), regio.naam()));
    return namen;
  }

  public Optional<Gemeente> gemeente(String code) {
    return gemeenten.findById(code);
  }

  /** The municipalities with these codes, by name; unknown codes are left out. */
  public List<Gemeente> gemeenten(Collection<String> codes) {
    return codes.isEmpty() ? List.of() : gemeenten.findByCodeInOrderByNaam(codes);
  }

  /** Names by code, for screens. */
  public Map<String, String> namen(Collection<String> codes) {
    Map<String, String> namen = new HashMap<>();
    gemeenten(codes).forEach(gemeente -> namen.put(gemeente.code(), gemeente.naam()));
    return namen;
  }

  /** The municipalities that belong to the region on that day, by name. */
  public List<Gemeente> leden(String regio, LocalDate op) {
    return lidmaatschappen.leden(regio, op);
  }

  public Optional<Orgaan> orgaan(String id) {
    return organen.findById(id);
  }

  public List<Orgaan> organen(Collection<String> ids) {
    return organen.findAllById(ids);
  }

  /** The bodies of these regions, by name. */
  public List<Orgaan> overleggen(Collection<String> regio) {
    return organen.findByRegioInOrderByNaam(regio);
  }

  /** The college or raad of a municipality; reference data holds one of each. */
  public Optional<Orgaan> bestuursorgaan(String gemeente, Orgaansoort soort) {
    return organen
        .findById(orgaanId(gemeente, soort))
        .or(() -> organen.findByGemeenteAndSoort(gemeente, soort).stream().findFirst());
  }

  /** Adds a municipality with its college and raad; does nothing when the code is already known. */
  @Transactional
  public void voegGemeenteToe(GemeenteCode code, String naam) {
    if (gemeenten.existsById(code.waarde())) {
      return;
    }
    gemeenten.save(new Gemeente(code.waarde(), naam));
    for (Orgaansoort soort : List.of(Orgaansoort.COLLEGE, Orgaansoort.RAAD)) {
      organen.save(
          new Orgaan(orgaanId(code.waarde(), soort), soort.naam() + " " + naam, soort, null, code.waarde()));
    }
  }

  private static String orgaanId(String gemeente, Orgaansoort soort) {
    return soort.code() + "-" + gemeente.toLowerCase(Locale.ROOT);
  }

  /** Adds a region and the members that it lacks; a known region keeps its name. */
  @Transactional
  public Regio voegRegioToe(String code, String naam, Collection<GemeenteCode> leden) {
    Regio regio = regios.findById(code).orElseGet(() -> regios.save(new Regio(code, naam)));
    Set<String> bestaand =
        lidmaatschappen.findByRegio(code).stream()
            .map(Lidmaatschap::gemeente)
            .collect(Collectors.toSet());
    leden.stream()
        .map(GemeenteCode::waarde)
        .filter(lid -> !bestaand.contains(lid))
        .forEach(lid -> lidmaatschappen.save(new Lidmaatschap(code, lid, null, null)));
    return regio;
  }

  /**
   * Adds a regional body; an existing one with the same id is kept as it is.
   *
   * @throws IllegalArgumentException when the region is unknown
   */
  @Transactional
  public Orgaan voegOverlegToe(String id, String naam, Orgaansoort soort, String regio) {
    if (!regios.existsById(regio)) {
      throw new IllegalArgumentException("Onbekende regio: " + regio);
    }
    return organen
        .findById(id)
        .orElseGet(() -> organen.save(new Orgaan(id, naam, soort, regio, null)));
  }

  /** Adds a body of a municipality, such as an adviesraad; an existing id is kept as it is. */
  @Transactional
  public Orgaan voegBestuursorgaanToe(String id, String naam, Orgaansoort soort, String gemeente) {
    if (!gemeenten.existsById(gemeente)) {
      throw new IllegalArgumentException("Onbekende gemeente: " + gemeente);
    }
    return organen
        .findById(id)
        .orElseGet(() -> organen.save(new Orgaan(id, naam, soort, null, gemeente)));
  }
}
