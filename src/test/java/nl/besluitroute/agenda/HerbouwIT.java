package nl.besluitroute.agenda;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import org.junit.jupiter.api.Test;

/** The read model is derived: made anew from the engine and the steps it is the same. */
class HerbouwIT extends Databaseproef {

  @Test
  void de_herbouwde_agenda_is_gelijk_aan_de_levende() {
    // Work that other tests left open stands at their own moments; only this vision's is compared.
    Proefvisie v = proef.colleges(AMERSFOORT, SOEST);
    v.participatie("participatie_dialoog").versie("0.9");
    v.overleg("uo_concept", "0.9").overleg("do_concept", "0.9").overleg("pfho_concept", "0.9");
    v.participatie("webinar_raden").versie("1.0");
    v.verzend("uo_definitief", "1.0");
    LocalDate klankbord = v.stap("klankbord_definitief").gepland().orElseThrow().laatste();
    v.tot(klankbord.minusDays(3));
    assertThat(v.open()).extracting(AgendaTaak::wacht).contains(AgendaTaak.Wacht.TE_LAAT);
    v.wijzigDatum("uo_definitief", proef.klok.vandaag());
    assertThat(v.open()).extracting(AgendaTaak::wacht)
        .contains(AgendaTaak.Wacht.TE_LAAT, AgendaTaak.Wacht.HERINNERD);

    Map<String, List<String>> levend = proef.leesmodel(v.id());
    assertThat(levend.get("agenda_taak")).hasSize(3);
    assertThat(levend.get("agenda_gemeente")).hasSize(2);
    assertThat(levend.get("agenda_visie")).hasSize(1);
    proef.agenda.herbouw();
    assertThat(proef.leesmodel(v.id())).isEqualTo(levend);
  }
}
