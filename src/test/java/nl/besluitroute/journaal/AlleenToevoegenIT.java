package nl.besluitroute.journaal;

import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The database itself refuses to change or remove what was recorded, whoever connects. */
class AlleenToevoegenIT extends Databaseproef {

  @Test
  void journaal_versies_en_duidingen_zijn_niet_te_wijzigen_of_te_verwijderen() {
    Proefvisie v = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    v.raad(SOEST, "gewijzigd_aangenomen", "1.0", "amendement", "Tekst.");
    proef.besluiten.duid(
        v.besluiten(SOEST).get(1).id(), Duiding.Klasse.TEKST, false, "Andere tekst.", proef.secretaris());

    String waar = " where visie = '" + v.id() + "'";
    String vanVersie = " where versie in (select id from versie" + waar + ")";
    geweigerd("update journaal set tekst = 'anders'" + waar, "journaal" + waar);
    geweigerd("delete from journaal" + waar, "journaal" + waar);
    geweigerd("update versie set nummer = '9'" + waar, "versie" + waar);
    geweigerd("update versie_onderdeel set tekst = 'anders'" + vanVersie, "versie_onderdeel" + vanVersie);
    geweigerd("delete from versie_onderdeel" + vanVersie, "versie_onderdeel" + vanVersie);
    geweigerd("delete from versie" + waar, "versie" + waar);
    geweigerd("update duiding set eensluidend = true" + waar, "duiding" + waar);
    geweigerd("delete from duiding" + waar, "duiding" + waar);
    proef.jdbc.update("update opmerking set tekst = tekst" + waar);
  }

  private void geweigerd(String sql, String rijen) {
    String voor = inhoud(rijen);
    assertThat(voor).isNotEqualTo("[]");
    assertThatThrownBy(() -> proef.transactie.executeWithoutResult(s -> proef.jdbc.update(sql)))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("alleen om toe te voegen");
    assertThat(inhoud(rijen)).isEqualTo(voor);
  }

  private String inhoud(String rijen) {
    return proef.jdbc.queryForList("select * from " + rijen).toString();
  }
}
