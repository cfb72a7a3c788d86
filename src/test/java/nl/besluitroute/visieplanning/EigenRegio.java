package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.VisieStarten;

/**
 * A region with overleggen and municipalities that no other test knows, and so with calendars of its
 * own; and one vision in it, without any date.
 */
final class EigenRegio {
  /** The clock is set at this day; 23 August is a Monday, as in 2021. */
  static final LocalDate BEGIN = LocalDate.of(2027, 1, 4);

  private final Proefomgeving proef;
  private final Visieplanning planning;
  private final Vergaderschema schema;
  final String code = "P" + UUID.randomUUID().toString().substring(0, 6);
  final String visie = Proefomgeving.uniek();
  final List<String> gemeenten;

  EigenRegio(Proefomgeving proef, Visieplanning planning, Vergaderschema schema, int gemeenten) {
    this.proef = proef;
    this.planning = planning;
    this.schema = schema;
    this.gemeenten =
        ThreadLocalRandom.current()
            .ints(3000, 9000)
            .mapToObj(i -> "GM" + i)
            .filter(g -> proef.regios.gemeente(g).isEmpty())
            .distinct()
            .limit(gemeenten)
            .toList();
    proef.zet(BEGIN);
    proef.transactie.executeWithoutResult(
        status -> {
          List<GemeenteCode> codes = this.gemeenten.stream().map(GemeenteCode::new).toList();
          codes.forEach(g -> proef.regios.voegGemeenteToe(g, "Proefstad " + g));
          proef.regios.voegRegioToe(code, "Eigen regio " + code, codes);
          for (Orgaansoort soort :
              List.of(
                  Orgaansoort.KLANKBORDGROEP,
                  Orgaansoort.UITVOERINGSOVERLEG,
                  Orgaansoort.DIRECTIE_OVERLEG,
                  Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG)) {
            proef.regios.voegOverlegToe(overleg(soort), soort.naam(), soort, code);
          }
        });
  }

  String overleg(Orgaansoort soort) {
    return code.toLowerCase() + "-" + soort.code();
  }

  Gebruiker secretaris() {
    return Gebruiker.secretarisVan(List.of(code));
  }

  EigenRegio begin(String route, Vaststellingsregel regel) {
    proef.starten.start(
        new VisieStarten.Opdracht(
            visie, "Regiovisie " + visie, "De regiovisie vast te stellen.", 2028, 2031, regel,
            List.of(code), gemeenten, route, List.of()),
        secretaris());
    return this;
  }

  /** @return the id of the meeting */
  UUID vergadering(String orgaan, LocalDate dag) {
    return schema.voegToe(orgaan, dag, null, null, null, secretaris()).vergadering().id();
  }

  void zet(StapId stap, LocalDate dag) {
    proef.stappen.wijzigDatum(stap, GeschrevenDatum.op(dag), "Afgesproken.", secretaris());
  }

  void zet(String element, LocalDate dag) {
    zet(StapId.van(visie, element), dag);
  }

  StapId college(String gemeente) {
    return StapId.van(visie, "lokaal", gemeente, Stap.Soort.COLLEGE, 1);
  }

  Visieplan plan() {
    return planning.plan(visie, secretaris());
  }

  Planregel regel(String stap) {
    return plan().plan().regel(stap);
  }

  Optional<LocalDate> gepland(String stap) {
    return regel(stap).gepland();
  }

  void wijzig(Routewijziging wijziging) {
    proef.wijzigingen.voerUit(
        visie,
        wijziging,
        proef.wijzigingen.voorbeeld(visie, wijziging, secretaris()).kenmerk(),
        "Op verzoek.",
        secretaris());
  }
}
