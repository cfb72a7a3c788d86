package nl.besluitroute.regio;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
  private final ContactOpslag contacten;

  Regios(
      RegioOpslag regios,
      GemeenteOpslag gemeenten,
      LidmaatschapOpslag lidmaatschappen,
      OrgaanOpslag organen,
      ContactOpslag contacten) {
    this.regios = regios;
    this.gemeenten = gemeenten;
    this.lidmaatschappen = lidmaatschappen;
    this.organen = organen;
    this.contacten = contacten;
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

  /** All municipalities, by name; also those that merged into another. */
  public List<Gemeente> alleGemeenten() {
    return gemeenten.findAllByOrderByNaam();
  }

  /** How many municipalities belong to each region on that day, by its code. */
  public Map<String, Long> aantalLeden(LocalDate op) {
    return lidmaatschappen.findAll().stream()
        .filter(l -> l.geldtOp(op))
        .collect(Collectors.groupingBy(Lidmaatschap::regio, Collectors.counting()));
  }

  /** Every membership of the region, also those that ended or are still to begin. */
  public List<Lidmaatschap> lidmaatschappen(String regio) {
    return lidmaatschappen.findByRegio(regio);
  }

  /** Codes of the regions to which these municipalities belong on that day. */
  public Set<String> regiosVan(Collection<String> gemeenten, LocalDate op) {
    return lidmaatschappen.findByGemeenteIn(gemeenten).stream()
        .filter(l -> l.geldtOp(op))
        .map(Lidmaatschap::regio)
        .collect(Collectors.toSet());
  }

  public Optional<Orgaan> orgaan(String id) {
    return organen.findById(id);
  }

  /**
   * The body, held until the caller's transaction ends: who changes what belongs to it waits.
   *
   * @throws RegioFout when there is no such body
   */
  @Transactional
  public Orgaan vergrendelOrgaan(String id) {
    return organen.vergrendel(id).orElseThrow(() -> new RegioFout("", "Dit orgaan bestaat niet."));
  }

  public List<Orgaan> organen(Collection<String> ids) {
    return organen.findAllById(ids);
  }

  /** The bodies of these municipalities, college and raad first. */
  public List<Orgaan> organenVan(Collection<String> gemeenten) {
    return organen.findByGemeenteInOrderBySoortAscNaamAsc(gemeenten);
  }

  /** The bodies of one kind of these municipalities, by name; also those that ended. */
  public List<Orgaan> organenVan(Collection<String> gemeenten, Orgaansoort soort) {
    return gemeenten.isEmpty() ? List.of() : organen.findByGemeenteInAndSoortOrderByNaam(gemeenten, soort);
  }

  /** How these bodies are reached, by function; of a body without contacts there are none. */
  public List<Contact> contacten(Collection<String> orgaanIds) {
    return orgaanIds.isEmpty() ? List.of() : contacten.findByOrgaanInOrderByFunctie(orgaanIds);
  }

  public Optional<Contact> contact(UUID id) {
    return contacten.findById(id);
  }

  /** The bodies of these regions, by name; also those that ended. */
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

  // -- changes; the use cases that call these ask who may do so and keep the journal -------------

  /**
   * A municipality joins a region.
   *
   * @param van the first day of its membership
   * @throws RegioFout when it is a member already on one of the days that follow
   */
  @Transactional
  public Lidmaatschap voegLidToe(String regio, String gemeente, LocalDate van) {
    regios.vergrendel(regio).orElseThrow(() -> new RegioFout("", "Deze regio bestaat niet."));
    RegioFout.eis(gemeenten.existsById(gemeente), "gemeente", "Kies een gemeente uit de lijst.");
    RegioFout.eis(van != null, "van", "Noem de eerste dag van het lidmaatschap.");
    RegioFout.eis(
        lidmaatschappen.findByRegio(regio).stream()
            .filter(l -> l.gemeente().equals(gemeente))
            .allMatch(l -> l.tot().isPresent() && !van.isBefore(l.tot().get())),
        "gemeente",
        "Deze gemeente hoort op die dag of daarna al bij de regio.");
    return lidmaatschappen.save(new Lidmaatschap(regio, gemeente, van, null));
  }

  /**
   * A municipality leaves a region. Visions in which it takes part do not change by it.
   *
   * @param tot the first day on which it is no longer a member
   * @throws RegioFout when it was not a member by then
   */
  @Transactional
  public Lidmaatschap beeindigLid(UUID id, LocalDate tot) {
    Lidmaatschap lid =
        lidmaatschappen.findById(id).orElseThrow(() -> new RegioFout("", "Dit lidmaatschap bestaat niet."));
    RegioFout.eis(tot != null, "tot", "Noem de dag vanaf wanneer de gemeente geen lid meer is.");
    RegioFout.eis(
        lid.van().filter(van -> !tot.isAfter(van)).isEmpty(),
        "tot",
        "De gemeente vertrekt dan voordat zij erbij kwam.");
    RegioFout.eis(
        lid.tot().filter(al -> !tot.isBefore(al)).isEmpty(), "tot", "Dit lidmaatschap eindigt dan al.");
    lid.beeindig(tot);
    return lid;
  }

  /**
   * Adds an overleg to a region, with an id made of the region and its name.
   *
   * @throws RegioFout when the name is missing or taken, or a region has no such kind
   */
  @Transactional
  public Orgaan nieuwOverleg(String regio, String naam, Orgaansoort soort, LocalDate vandaag) {
    regios.vergrendel(regio).orElseThrow(() -> new RegioFout("", "Deze regio bestaat niet."));
    RegioFout.eis(
        soort != null && Orgaansoort.VAN_REGIO.contains(soort), "soort", "Kies wat voor overleg dit is.");
    String schoon = eisNaam(naam, organen.findByRegioInOrderByNaam(List.of(regio)), null, vandaag);
    return organen.save(new Orgaan(nieuwId(regio, schoon), schoon, soort, regio, null));
  }

  /**
   * Adds a body to a municipality, beside its college and raad.
   *
   * @throws RegioFout when the name is missing or taken, or it is of another kind
   */
  @Transactional
  public Orgaan nieuwBestuursorgaan(String gemeente, String naam, Orgaansoort soort, LocalDate vandaag) {
    gemeenten.vergrendel(gemeente).orElseThrow(() -> new RegioFout("", "Deze gemeente bestaat niet."));
    RegioFout.eis(
        soort != null && Orgaansoort.NAAST_RAAD_EN_COLLEGE.contains(soort),
        "soort",
        "Kies wat voor orgaan dit is.");
    List<Orgaan> buren = organenVan(List.of(gemeente));
    String schoon = eisNaam(naam, buren, null, vandaag);
    RegioFout.eis(
        soort != Orgaansoort.WETHOUDERSSTAF
            || buren.stream().noneMatch(o -> o.soort() == soort && o.geldtOp(vandaag)),
        "soort",
        "Deze gemeente heeft al een wethoudersstaf, en de planning rekent met één: die van de wethouder jeugd.");
    return organen.save(new Orgaan(nieuwId(gemeente, schoon), schoon, soort, null, gemeente));
  }

  /**
   * Gives a body another name, from now on and for what it did before.
   *
   * @throws RegioFout when the name is missing or taken
   */
  @Transactional
  public Orgaan hernoem(String id, String naam, LocalDate vandaag) {
    Orgaan orgaan = eigenOrgaan(id);
    orgaan.hernoem(
        eisNaam(
            naam,
            orgaan.regio().isPresent()
                ? organen.findByRegioInOrderByNaam(List.of(orgaan.regio().get()))
                : organenVan(List.of(orgaan.gemeente().orElseThrow())),
            id,
            vandaag));
    return orgaan;
  }

  /**
   * Ends a body: from that day on it is not to choose. What it did, and a vision that is on its way
   * to it, stays.
   *
   * @throws RegioFout when it ends by then already, or the day lies in the past
   */
  @Transactional
  public Orgaan beeindig(String id, LocalDate tot, LocalDate vandaag) {
    Orgaan orgaan = eigenOrgaan(id);
    RegioFout.eis(tot != null, "tot", "Noem de dag vanaf wanneer het er niet meer is.");
    RegioFout.eis(!tot.isBefore(vandaag), "tot", "Kies vandaag of een latere dag.");
    RegioFout.eis(
        orgaan.tot().filter(al -> !tot.isBefore(al)).isEmpty(), "tot", "Het is er dan al niet meer.");
    orgaan.beeindig(tot);
    return orgaan;
  }

  /** A college and a raad belong to the municipality itself. */
  private Orgaan eigenOrgaan(String id) {
    Orgaan orgaan = organen.findById(id).orElseThrow(() -> new RegioFout("", "Dit orgaan bestaat niet."));
    RegioFout.eis(
        orgaan.soort() != Orgaansoort.COLLEGE && orgaan.soort() != Orgaansoort.RAAD,
        "",
        "Een college of raad hoort bij de gemeente en verandert hier niet.");
    return orgaan;
  }

  private static String eisNaam(String naam, List<Orgaan> buren, String behalve, LocalDate vandaag) {
    RegioFout.eis(naam != null && !naam.isBlank(), "naam", "Vul de naam in.");
    String schoon = naam.strip();
    RegioFout.hoogstens("naam", schoon, 120);
    RegioFout.eis(
        buren.stream()
            .filter(o -> o.geldtOp(vandaag) && !o.id().equals(behalve))
            .noneMatch(o -> o.naam().equalsIgnoreCase(schoon)),
        "naam",
        "Er is hier al een overleg of orgaan met deze naam.");
    return schoon;
  }

  private String nieuwId(String waar, String naam) {
    String woord =
        Normalizer.normalize(naam.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String id = waar.toLowerCase(Locale.ROOT) + "-" + woord.substring(0, Math.min(woord.length(), 50));
    String vrij = id;
    for (int nummer = 2; organen.existsById(vrij); nummer++) {
      vrij = id + "-" + nummer;
    }
    return vrij;
  }

  /** @throws RegioFout when the contact cannot be reached by what is entered */
  @Transactional
  public Contact voegContactToe(String orgaan, Contact.Gegevens gegevens) {
    return contacten.save(new Contact(orgaan, gegevens));
  }

  /** @throws RegioFout when the contact cannot be reached by what is entered */
  @Transactional
  public Contact wijzigContact(UUID id, Contact.Gegevens gegevens) {
    Contact contact = eisContact(id);
    contact.wijzig(gegevens);
    return contact;
  }

  @Transactional
  public Contact verwijderContact(UUID id) {
    Contact contact = eisContact(id);
    contacten.delete(contact);
    return contact;
  }

  private Contact eisContact(UUID id) {
    return contacten.findById(id).orElseThrow(() -> new RegioFout("", "Dit contact bestaat niet meer."));
  }
}
