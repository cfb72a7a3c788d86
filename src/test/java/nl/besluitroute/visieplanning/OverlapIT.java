package nl.besluitroute.visieplanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.UUID;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Doel;
import nl.besluitroute.visie.Routebeheer;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.Vaststellingsregel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The klankbordgroep on Monday and the uitvoeringsoverleg on Tuesday, each on a version of its own. */
class OverlapIT extends Databaseproef {
  private static final LocalDate VRIJDAG = LocalDate.of(2027, 8, 20);
  private static final LocalDate MAANDAG = LocalDate.of(2027, 8, 23);
  private static final LocalDate DINSDAG = LocalDate.of(2027, 8, 24);

  @Autowired private Visieplanning planning;
  @Autowired private Vergaderschema schema;
  @Autowired private Routebeheer beheer;

  private EigenRegio regio() {
    return new EigenRegio(proef, planning, schema, 1);
  }

  /** The text is ready in time for both; the uitvoeringsoverleg meets on all three days. */
  private EigenRegio begin(EigenRegio regio, String route) {
    regio.begin(route, Vaststellingsregel.ALLE_COLLEGES);
    regio.zet("tekst_definitief", LocalDate.of(2027, 8, 12));
    String uo = regio.overleg(Orgaansoort.UITVOERINGSOVERLEG);
    regio.vergadering(uo, LocalDate.of(2027, 3, 23));
    regio.vergadering(uo, VRIJDAG);
    regio.vergadering(uo, MAANDAG);
    regio.vergadering(uo, DINSDAG);
    regio.vergadering(uo, LocalDate.of(2027, 9, 21));
    regio.vergadering(regio.overleg(Orgaansoort.KLANKBORDGROEP), MAANDAG);
    return regio;
  }

  @Test
  void klankbordgroep_op_23_en_uitvoeringsoverleg_op_24_augustus_en_nooit_op_of_voor_haar_dag() {
    EigenRegio v = begin(regio(), "route_colleges");
    assertThat(v.gepland("klankbord_definitief")).contains(MAANDAG);
    assertThat(v.gepland("uo_definitief")).contains(DINSDAG);
    assertThat(v.regel("uo_definitief").vroegst()).contains(DINSDAG);
    assertThat(v.gepland("do_definitief").orElseThrow()).isAfter(DINSDAG);

    // As written by hand on different versions: accepted; on one day: said in words.
    v.zet("klankbord_definitief", MAANDAG);
    v.zet("uo_definitief", DINSDAG);
    assertThat(v.regel("uo_definitief").meldingen()).noneMatch(Melding::isKnelpunt);
    v.zet("uo_definitief", MAANDAG);
    assertThat(v.regel("uo_definitief").meldingen())
        .filteredOn(m -> m.soort() == Melding.Soort.VOOR_VOORGANGER)
        .singleElement()
        .satisfies(m -> assertThat(m.zin()).contains("op dezelfde dag als", "klankbordgroep"));
  }

  @Test
  void zonder_overlap_in_de_tekening_komt_het_uitvoeringsoverleg_gewoon_eerder() throws IOException {
    EigenRegio v = regio();
    String route = "route_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    String tekening =
        Files.readString(Path.of("bpmn/route_colleges.bpmn"))
            .replace("route_colleges", route)
            .replaceAll("\\s*<camunda:property name=\"overlapt\"[^>]*>", "");
    beheer.voegToe(v.code, tekening.getBytes(StandardCharsets.UTF_8), "Zonder overlap.", v.secretaris());
    begin(v, route);
    assertThat(v.gepland("klankbord_definitief")).contains(MAANDAG);
    assertThat(v.gepland("uo_definitief")).contains(VRIJDAG);
  }

  @Test
  void wordt_de_klankbordgroep_overgeslagen_dan_vervalt_de_overlap() {
    EigenRegio v = begin(regio(), "route_colleges");
    assertThat(v.gepland("uo_definitief")).contains(DINSDAG);
    v.wijzig(new Routewijziging.Overslaan("klankbord_definitief"));
    assertThat(v.gepland("uo_definitief")).contains(VRIJDAG);
  }

  @Test
  void een_overleg_erbij_tekent_de_route_opnieuw_met_de_overlap_erin() {
    EigenRegio v = begin(regio(), "route_colleges");
    v.wijzig(
        new Routewijziging.Toevoegen(
            v.overleg(Orgaansoort.DIRECTIE_OVERLEG), Doel.BESPREKEN, Routewijziging.Plek.NA, "uo_definitief"));
    assertThat(v.gepland("uo_definitief")).contains(DINSDAG);
  }
}
