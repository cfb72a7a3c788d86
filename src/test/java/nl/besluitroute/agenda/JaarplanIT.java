package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.visie.Routewijziging;
import nl.besluitroute.visie.StapId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands in a year, and what no longer does. */
class JaarplanIT extends Databaseproef {
  @Autowired private Jaarplan jaarplan;

  private List<String> inJaar(Proefvisie v, int jaar) {
    return jaarplan.van(proef.secretaris(), REGIO, jaar).stream()
        .filter(r -> r.visie().equals(v.id()))
        .flatMap(r -> r.punten().stream())
        .map(Jaarplan.Punt::stap)
        .toList();
  }

  @Test
  void een_stap_staat_in_het_jaar_waarin_zijn_dag_valt_en_een_vervallen_stap_in_geen() {
    Proefvisie v = proef.raden(BAARN);
    int jaar = proef.klok.vandaag().getYear() + 4;
    StapId uo = StapId.van(v.id(), "uo_definitief");
    StapId directie = StapId.van(v.id(), "do_definitief");
    proef.stappen.wijzigDatum(uo, GeschrevenDatum.op(LocalDate.of(jaar, 12, 31)), "Zo.", proef.secretaris());
    proef.stappen.wijzigDatum(directie, GeschrevenDatum.op(LocalDate.of(jaar + 1, 1, 1)), "Zo.", proef.secretaris());
    assertThat(inJaar(v, jaar - 1)).isEmpty();
    assertThat(inJaar(v, jaar)).containsExactly(uo.toString());
    assertThat(inJaar(v, jaar + 1)).containsExactly(directie.toString());

    v.wijzig(new Routewijziging.Overslaan("do_definitief"));
    assertThat(inJaar(v, jaar)).containsExactly(uo.toString());
    assertThat(inJaar(v, jaar + 1)).isEmpty();
  }
}
