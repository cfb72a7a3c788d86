package nl.besluitroute.scenario;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Herhaling;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Schoolvakantie;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Meetings of bodies in a scenario, their terms, and a year of meetings for the demo's bodies. */
@Component
class Schemaspeler {
  private final Vergaderschema schema;
  private final Recessen recessen;
  private final Termijnen termijnen;
  private final Visies visies;
  private final Regios regios;
  private final Klok klok;
  private final TransactionTemplate transactie;

  Schemaspeler(
      Vergaderschema schema,
      Recessen recessen,
      Termijnen termijnen,
      Visies visies,
      Regios regios,
      Klok klok,
      PlatformTransactionManager transacties) {
    this.schema = schema;
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.visies = visies;
    this.regios = regios;
    this.klok = klok;
    this.transactie = new TransactionTemplate(transacties);
  }

  /** @throws SchemaFout when it cannot be, or there is no meeting on that day to move or cancel */
  void speel(Gebeurtenis.Vergadering e, Gebruiker wie) {
    if (e.naar().isEmpty() && !e.vervalt()) {
      schema.voegToe(e.orgaan(), e.dag(), e.aanvang().orElse(null), e.titel().orElse(null), null, wie);
      return;
    }
    Vergaderdatum v =
        schema.vanOrgaan(e.orgaan(), e.dag(), e.dag()).stream()
            .filter(Vergaderdatum::isGepland)
            .findFirst()
            .orElseThrow(() -> new SchemaFout("dag", "Op deze dag is er geen vergadering."));
    if (e.vervalt()) {
      schema.laatVervallen(v.id(), e.reden().orElseThrow(), wie);
    } else {
      schema.verplaats(
          v.id(), e.naar().get(), e.aanvang().or(v::aanvang).orElse(null), e.reden().orElseThrow(), wie);
    }
  }

  /** @throws SchemaFout when it cannot be */
  void speel(Gebeurtenis.TermijnGezet e, Gebruiker wie) {
    Termijnsoort soort = Termijnsoort.valueOf(e.voor().toUpperCase(Locale.ROOT));
    if (e.orgaan().isPresent()) {
      e.termijn()
          .ifPresentOrElse(
              t -> termijnen.zet(e.orgaan().get(), soort, t, wie),
              () -> termijnen.wis(e.orgaan().get(), soort, wie));
    } else {
      Orgaansoort van = e.orgaansoort().flatMap(Orgaansoort::van).orElse(null);
      e.termijn().ifPresentOrElse(t -> termijnen.zet(van, soort, t, wie), () -> termijnen.wis(van, soort, wie));
    }
  }

  /**
   * A year of meetings for the bodies of these visions, from today: on the days for which their steps
   * are planned, and beside those by a rhythm per kind. A body that has a schema keeps it. Each body
   * in a transaction of its own: in a single one, every question to the database first looked whether
   * any of the thousands of new rows had changed.
   */
  void eenJaar(Collection<String> visieIds) {
    Set<String> codes =
        visieIds.stream()
            .flatMap(id -> visies.visie(id).regios().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    LocalDate vandaag = klok.vandaag();
    Gebruiker wie = Gebruiker.secretarisVan(codes);
    List<Stap> stappen = visieIds.stream().flatMap(id -> visies.stappen(id).stream()).toList();
    Set<String> ids = new LinkedHashSet<>();
    regios.overleggen(codes).forEach(o -> ids.add(o.id()));
    stappen.forEach(s -> s.orgaan().ifPresent(ids::add));
    Set<String> gemeenten = stappen.stream().flatMap(s -> s.gemeente().stream()).collect(Collectors.toSet());
    regios.organenVan(gemeenten, Orgaansoort.WETHOUDERSSTAF).forEach(o -> ids.add(o.id()));
    List<Orgaan> leeg = new ArrayList<>();
    for (Orgaan o : regios.organen(ids)) {
      if (schema.magPlannen(wie, o) && schema.vanOrgaan(o.id(), vandaag, vandaag.plusYears(1)).isEmpty()) {
        leeg.add(o);
      }
    }
    leeg.sort(
        Comparator.comparing((Orgaan o) -> o.soort() == Orgaansoort.WETHOUDERSSTAF).thenComparing(Orgaan::id));
    for (int i = 0; i < leeg.size(); i++) {
      Orgaan orgaan = leeg.get(i);
      Herhaling ritme = ritme(orgaan.soort(), i, vandaag);
      transactie.executeWithoutResult(t -> vul(orgaan, ritme, stappen, wie));
    }
  }

  private void vul(Orgaan orgaan, Herhaling ritme, List<Stap> stappen, Gebruiker wie) {
    recessen.neemSchoolvakantiesOver(orgaan.id(), Schoolvakantie.Landsdeel.MIDDEN, wie);
    LocalTime aanvang = aanvang(orgaan.soort());
    stappen.stream()
        .filter(s -> s.orgaan().filter(orgaan.id()::equals).isPresent())
        .flatMap(s -> s.gepland().flatMap(GeschrevenDatum::precies).stream())
        .filter(dag -> !dag.isBefore(klok.vandaag()))
        .distinct()
        .forEach(dag -> schema.voegToe(orgaan.id(), dag, aanvang, null, null, wie));
    Vergaderschema.Reeks reeks = schema.voorbeeld(orgaan.id(), ritme, aanvang, wie);
    if (!reeks.nieuw().isEmpty()) {
      schema.herhaal(orgaan.id(), ritme, aanvang, null, null, reeks.basis(), wie);
    }
  }

  private static LocalTime aanvang(Orgaansoort soort) {
    return switch (soort) {
      case RAAD, RAADSCOMMISSIE -> LocalTime.of(19, 30);
      case COLLEGE, WETHOUDERSSTAF -> LocalTime.of(9, 0);
      default -> LocalTime.of(14, 0);
    };
  }

  /** So many bodies, so many days: the n-th of a kind meets on another. */
  private static Herhaling ritme(Orgaansoort soort, int nummer, LocalDate vandaag) {
    LocalDate tot = vandaag.plusYears(1);
    return switch (soort) {
      case RAAD ->
          new Herhaling(
              Herhaling.Soort.MAAND, 1 + nummer % 4, DayOfWeek.of(2 + nummer % 3), vandaag, tot);
      case COLLEGE -> new Herhaling(Herhaling.Soort.WEKEN, 1, DayOfWeek.TUESDAY, vandaag, tot);
      case WETHOUDERSSTAF -> new Herhaling(Herhaling.Soort.WEKEN, 1, DayOfWeek.MONDAY, vandaag, tot);
      case PORTEFEUILLEHOUDERSOVERLEG ->
          new Herhaling(Herhaling.Soort.MAAND, 3, DayOfWeek.THURSDAY, vandaag, tot);
      default ->
          new Herhaling(
              Herhaling.Soort.WEKEN, 3, DayOfWeek.of(1 + nummer % 4), vandaag.plusWeeks(nummer % 3), tot);
    };
  }
}
