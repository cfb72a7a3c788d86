package nl.besluitroute.vergaderschema;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Feestdagen;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The meetings of bodies: reading them, and the use cases of who plans for a body. Each change
 * throws {@link SchemaFout} with a sentence when it cannot be, and {@link
 * nl.besluitroute.toegang.GeenToegang} for who may not; then nothing has changed. Each change is in
 * the journal and told to every {@link BijVergaderdatum} in its transaction.
 */
@Service
@Transactional(readOnly = true)
public class Vergaderschema {
  /** A meeting is planned at most so many years ahead. */
  static final int JAREN_VOORUIT = 10;

  private static final int LANGSTE_TEKST = 200;

  private final VergaderdatumOpslag opslag;
  private final Recessen recessen;
  private final Schemarecht recht;
  private final Feestdagen feestdagen;
  private final Journaal journaal;
  private final Klok klok;
  private final ObjectProvider<BijVergaderdatum> luisteraars;

  Vergaderschema(
      VergaderdatumOpslag opslag,
      Recessen recessen,
      Schemarecht recht,
      Feestdagen feestdagen,
      Journaal journaal,
      Klok klok,
      ObjectProvider<BijVergaderdatum> luisteraars) {
    this.opslag = opslag;
    this.recessen = recessen;
    this.recht = recht;
    this.feestdagen = feestdagen;
    this.journaal = journaal;
    this.klok = klok;
    this.luisteraars = luisteraars;
  }

  /**
   * A meeting as it is after a change.
   *
   * @param waarschuwingen sentences about what is unusual and was done all the same
   */
  public record Uitkomst(Vergaderdatum vergadering, List<String> waarschuwingen) {}

  /**
   * A day of a repetition.
   *
   * @param overgeslagen why there will be no meeting on it; empty when there will be
   */
  public record Reeksdag(LocalDate dag, Optional<String> overgeslagen) {}

  /**
   * What a repetition would add.
   *
   * @param basis changes when what it was made from does; see {@link #herhaal}
   */
  public record Reeks(List<Reeksdag> dagen, String basis) {
    /** The days on which there will be a meeting. */
    public List<LocalDate> nieuw() {
      return dagen.stream().filter(d -> d.overgeslagen().isEmpty()).map(Reeksdag::dag).toList();
    }
  }

  // -- reading ---------------------------------------------------------------------------------

  public Optional<Vergaderdatum> zoek(UUID id) {
    return opslag.findById(id);
  }

  /** What a body has between two days, both inclusive, in order; also what was cancelled. */
  public List<Vergaderdatum> vanOrgaan(String orgaan, LocalDate van, LocalDate totEnMet) {
    return opslag.tussen(List.of(orgaan), van, totEnMet);
  }

  /** The meetings that take place between two days, both inclusive, in order, by body; in one query. */
  public Map<String, List<Vergaderdatum>> gepland(
      Collection<String> organen, LocalDate van, LocalDate totEnMet) {
    Map<String, List<Vergaderdatum>> perOrgaan = new HashMap<>();
    if (!organen.isEmpty()) {
      opslag.tussen(organen, van, totEnMet).stream()
          .filter(Vergaderdatum::isGepland)
          .forEach(v -> perOrgaan.computeIfAbsent(v.orgaan(), o -> new ArrayList<>()).add(v));
    }
    return perOrgaan;
  }

  /**
   * Holds meetings until the transaction ends, so that what is put on them stands on a meeting.
   *
   * @param dagen by id, the day on which each was seen
   * @return whether each takes place, and on that day
   * @throws org.springframework.dao.ConcurrencyFailureException when one was changed since this
   *     transaction read it
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean houdVast(Map<UUID, LocalDate> dagen) {
    return dagen.isEmpty()
        || opslag.houdVast(dagen.keySet()).stream()
                .filter(v -> v.isGepland() && v.dag().equals(dagen.get(v.id())))
                .count()
            == dagen.size();
  }

  /** Whether the user plans for this body. */
  public boolean magPlannen(Gebruiker wie, Orgaan orgaan) {
    return recht.magPlannen(wie, orgaan);
  }

  /**
   * The body, for who plans for it; asked before input is read: who may not plan hears that, and not
   * what is wrong with what he sent. Every change asks again.
   *
   * @throws GeenToegang when the user does not plan for it
   */
  public Orgaan eisPlannen(Gebruiker wie, Orgaan orgaan) {
    if (!recht.magPlannen(wie, orgaan)) {
      throw new GeenToegang("Alleen wie voor dit overleg of bestuursorgaan plant, houdt het schema bij.");
    }
    return orgaan;
  }

  /** The bodies that somebody plans for today: those of regions first, then by municipality. */
  public List<Orgaan> organen(Gebruiker wie) {
    return recht.organen(wie);
  }

  // -- changes ---------------------------------------------------------------------------------

  /**
   * Adds a meeting.
   *
   * @param aanvang null when the time is not known
   * @param titel null or empty for none, as for {@code plaats}
   */
  @Transactional
  public Uitkomst voegToe(
      String orgaanId, LocalDate dag, LocalTime aanvang, String titel, String plaats, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    Moment moment = eisMoment(orgaan, dag, aanvang);
    eisVrij(orgaan, moment, null);
    Vergaderdatum nieuw =
        opslag.saveAndFlush(
            new Vergaderdatum(
                orgaanId,
                moment,
                SchemaFout.tekst("titel", titel, LANGSTE_TEKST),
                SchemaFout.tekst("plaats", plaats, LANGSTE_TEKST),
                Vergaderdatum.Bron.INGEVOERD,
                null,
                klok.instant()));
    noteer(orgaan, wie, "vergadering_toegevoegd", "vergadering op " + moment + " toegevoegd.", null);
    vertel(List.of(VergaderdatumVeranderd.nieuw(nieuw)), wie);
    return new Uitkomst(nieuw, waarschuwingen(orgaan, dag));
  }

  /** Refuses what {@link #verplaats} would refuse, and changes nothing. */
  @Transactional // It holds the body, which PostgreSQL refuses to who only reads.
  public void eisVerplaatsbaar(
      UUID id, LocalDate dag, LocalTime aanvang, String reden, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, eis(id).orgaan());
    Vergaderdatum v = eisTeWijzigen(id);
    SchemaFout.reden(reden);
    Moment wordt = eisMoment(orgaan, dag, aanvang);
    SchemaFout.eis(!wordt.equals(v.moment()), "dag", "De vergadering staat al op deze dag en tijd.");
    eisVrij(orgaan, wordt, id);
  }

  /** Refuses what {@link #laatVervallen} would refuse, and changes nothing. */
  @Transactional
  public void eisVervalbaar(UUID id, String reden, Gebruiker wie) {
    recht.eisPlannen(wie, eis(id).orgaan());
    eisTeWijzigen(id);
    SchemaFout.reden(reden);
  }

  /** Moves a meeting; it keeps its id. */
  @Transactional
  public Uitkomst verplaats(
      UUID id, LocalDate dag, LocalTime aanvang, String reden, Gebruiker wie) {
    eisVerplaatsbaar(id, dag, aanvang, reden, wie);
    Vergaderdatum v = eis(id);
    Orgaan orgaan = recht.orgaan(v.orgaan());
    String waarom = SchemaFout.reden(reden);
    Moment was = v.moment();
    Moment wordt = new Moment(dag, aanvang);
    v.verplaats(wordt, klok.instant());
    opslag.saveAndFlush(v);
    noteer(
        orgaan,
        wie,
        "vergadering_verplaatst",
        "vergadering van " + was + " verplaatst naar " + wordt + ".",
        waarom);
    vertel(List.of(VergaderdatumVeranderd.verplaatst(v, was, waarom)), wie);
    return new Uitkomst(v, waarschuwingen(orgaan, dag));
  }

  /** Gives a meeting another title and place. */
  @Transactional
  public void beschrijf(UUID id, String titel, String plaats, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, eis(id).orgaan());
    Vergaderdatum v = eisTeWijzigen(id);
    v.beschrijf(
        SchemaFout.tekst("titel", titel, LANGSTE_TEKST),
        SchemaFout.tekst("plaats", plaats, LANGSTE_TEKST),
        klok.instant());
    noteer(
        orgaan, wie, "vergadering_gewijzigd", "titel of plaats van " + v.moment() + " gewijzigd.", null);
  }

  /** Cancels a meeting; it stays, with its reason. */
  @Transactional
  public void laatVervallen(UUID id, String reden, Gebruiker wie) {
    eisVervalbaar(id, reden, wie);
    Vergaderdatum v = eis(id);
    Orgaan orgaan = recht.orgaan(v.orgaan());
    v.vervalt(SchemaFout.reden(reden), klok.instant());
    opslag.saveAndFlush(v);
    noteer(
        orgaan,
        wie,
        "vergadering_vervallen",
        "vergadering van " + v.moment() + " vervalt.",
        v.reden().orElseThrow());
    vertel(List.of(VergaderdatumVeranderd.vervallen(v)), wie);
  }

  /** What a repetition would add: not in reces, not on a feestdag, not where there is a meeting. */
  public Reeks voorbeeld(String orgaanId, Herhaling herhaling, LocalTime aanvang, Gebruiker wie) {
    return reeks(eisPlannen(wie, recht.orgaan(orgaanId)), herhaling, aanvang);
  }

  /**
   * Adds the meetings of a repetition.
   *
   * @param basis of the {@link #voorbeeld} that the user saw
   * @throws SchemaFout when the days are no longer those that he saw
   */
  @Transactional
  public List<Vergaderdatum> herhaal(
      String orgaanId,
      Herhaling herhaling,
      LocalTime aanvang,
      String titel,
      String plaats,
      String basis,
      Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    Reeks reeks = reeks(orgaan, herhaling, aanvang);
    SchemaFout.eis(
        reeks.basis().equals(basis),
        "",
        "Het schema is intussen veranderd; bekijk opnieuw welke vergaderingen erbij komen.");
    List<LocalDate> dagen = reeks.nieuw();
    SchemaFout.eis(!dagen.isEmpty(), "", "Deze reeks voegt geen enkele vergadering toe.");
    String kop = SchemaFout.tekst("titel", titel, LANGSTE_TEKST);
    String waar = SchemaFout.tekst("plaats", plaats, LANGSTE_TEKST);
    List<Vergaderdatum> nieuw =
        opslag.saveAllAndFlush(
            dagen.stream()
                .map(
                    dag ->
                        new Vergaderdatum(
                            orgaanId,
                            new Moment(dag, aanvang),
                            kop,
                            waar,
                            Vergaderdatum.Bron.HERHAALD,
                            null,
                            klok.instant()))
                .toList());
    noteer(
        orgaan,
        wie,
        "vergaderingen_herhaald",
        "reeks van "
            + nieuw.size()
            + (nieuw.size() == 1 ? " vergadering" : " vergaderingen")
            + " toegevoegd, van "
            + nieuw.get(0).moment()
            + " tot en met "
            + nieuw.get(nieuw.size() - 1).moment()
            + ".",
        null);
    vertel(nieuw.stream().map(VergaderdatumVeranderd::nieuw).toList(), wie);
    return nieuw;
  }

  private Reeks reeks(Orgaan orgaan, Herhaling herhaling, LocalTime aanvang) {
    SchemaFout.eis(
        !herhaling.van().isBefore(klok.vandaag()), "van", "De reeks begint in het verleden.");
    eisRedelijk(herhaling.totEnMet(), "tot");
    List<Vergaderdatum> bestaand =
        vanOrgaan(orgaan.id(), herhaling.van(), herhaling.totEnMet()).stream()
            .filter(Vergaderdatum::isGepland)
            .toList();
    List<Reces> reces = recessen.van(orgaan);
    List<Reeksdag> dagen = new ArrayList<>();
    StringBuilder basis = new StringBuilder(orgaan.id());
    for (LocalDate dag : herhaling.dagen()) {
      Moment moment = new Moment(dag, aanvang);
      Optional<String> waarom =
          !orgaan.geldtOp(dag)
              ? Optional.of("het overleg is er dan niet meer")
              : reces.stream()
                  .filter(r -> r.bevat(dag))
                  .map(Reces::naam)
                  .findFirst()
                  .or(() -> feestdagen.naam(dag))
                  .or(
                      () ->
                          bestaand.stream()
                              .filter(v -> v.moment().botstMet(moment))
                              .map(v -> "er is dan al een vergadering")
                              .findFirst());
      dagen.add(new Reeksdag(dag, waarom));
      if (waarom.isEmpty()) {
        basis.append('|').append(moment);
      }
    }
    return new Reeks(List.copyOf(dagen), Afdruk.van(basis.toString()));
  }

  // -- rules -----------------------------------------------------------------------------------

  private Vergaderdatum eis(UUID id) {
    return opslag
        .findById(id)
        .orElseThrow(() -> new SchemaFout("", "Deze vergadering bestaat niet."));
  }

  private Vergaderdatum eisTeWijzigen(UUID id) {
    Vergaderdatum v = eis(id);
    SchemaFout.eis(v.isGepland(), "", "Deze vergadering is vervallen en verandert niet meer.");
    SchemaFout.eis(
        !v.dag().isBefore(klok.vandaag()), "", "Deze vergadering is geweest en verandert niet meer.");
    return v;
  }

  Moment eisMoment(Orgaan orgaan, LocalDate dag, LocalTime aanvang) {
    SchemaFout.eis(dag != null, "dag", "Noem de dag van de vergadering.");
    SchemaFout.eis(
        !dag.isBefore(klok.vandaag()),
        "dag",
        "Deze dag is al geweest; kies vandaag of een latere dag.");
    eisRedelijk(dag, "dag");
    SchemaFout.eis(
        orgaan.geldtOp(dag), "dag", orgaan.naam() + " is er op die dag niet meer; kies een eerdere dag.");
    return new Moment(dag, aanvang);
  }

  private void eisRedelijk(LocalDate dag, String veld) {
    SchemaFout.eis(
        !dag.isAfter(klok.vandaag().plusYears(JAREN_VOORUIT)),
        veld,
        "Deze dag ligt meer dan " + JAREN_VOORUIT + " jaar vooruit; controleer het jaar.");
  }

  private void eisVrij(Orgaan orgaan, Moment moment, UUID behalve) {
    opslag.tussen(List.of(orgaan.id()), moment.dag(), moment.dag()).stream()
        .filter(v -> v.isGepland() && !v.id().equals(behalve) && v.moment().botstMet(moment))
        .findFirst()
        .ifPresent(
            v -> {
              throw new SchemaFout(
                  "dag",
                  "Er is al een vergadering op "
                      + v.moment()
                      + ". Twee op één dag kan alleen met twee verschillende tijden.");
            });
  }

  /** What is unusual about this day for the body, in sentences; a meeting on it is allowed. */
  public List<String> waarschuwingen(Orgaan orgaan, LocalDate dag) {
    return dagen(orgaan).waarschuwingen(dag);
  }

  /** The unusual days of a body, read once. */
  Dagen dagen(Orgaan orgaan) {
    return new Dagen(recessen.van(orgaan), recessen.verkiezingen(), feestdagen);
  }

  record Dagen(List<Reces> reces, List<Verkiezing> verkiezingen, Feestdagen feestdagen) {
    List<String> waarschuwingen(LocalDate dag) {
      List<String> zinnen = new ArrayList<>();
      reces.stream()
          .filter(r -> r.bevat(dag))
          .findFirst()
          .ifPresent(r -> zinnen.add("Deze dag valt in het reces (" + r.naam() + ")."));
      verkiezingen.stream()
          .filter(v -> v.dag().equals(dag))
          .findFirst()
          .ifPresent(v -> zinnen.add("Op deze dag is een verkiezing (" + v.naam() + ")."));
      Optional<String> feestdag = feestdagen.naam(dag);
      feestdag.ifPresent(naam -> zinnen.add("Deze dag is een feestdag (" + naam + ")."));
      if (feestdag.isEmpty()
          && (dag.getDayOfWeek() == DayOfWeek.SATURDAY || dag.getDayOfWeek() == DayOfWeek.SUNDAY)) {
        zinnen.add("Deze dag valt in het weekend.");
      }
      return List.copyOf(zinnen);
    }
  }

  void noteer(Orgaan orgaan, Gebruiker wie, String soort, String tekst, String reden) {
    journaal.noteer(
        Notitie.van(wie.weergave(), soort, orgaan.naam() + ": " + tekst)
            .bijGemeente(orgaan.gemeente().orElse(null))
            .omdat(reden));
  }

  void vertel(List<VergaderdatumVeranderd> veranderingen, Gebruiker wie) {
    if (!veranderingen.isEmpty()) {
      luisteraars.orderedStream().forEach(l -> l.veranderd(veranderingen, wie));
    }
  }
}
