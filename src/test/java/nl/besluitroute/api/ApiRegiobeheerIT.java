package nl.besluitroute.api;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.fasterxml.jackson.databind.JsonNode;
import nl.besluitroute.ondersteuning.Paginaproef;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the beheerder keeps of regions, at the API. In a region in which nothing runs. */
class ApiRegiobeheerIT extends Paginaproef {
  private static final String BEHEERDER = "regio-beheer";
  private static final String SECRETARIS = "regio-sec";
  private static final String ANDERE_REGIO = "JZ01";

  @BeforeEach
  void begin() {
    account(BEHEERDER, Toekenning.zonderBereik(Rol.BEHEERDER));
    account(SECRETARIS, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
  }

  private void geweigerd(MockHttpServletResponse antwoord, String veld) throws Exception {
    assertThat(antwoord.getStatus()).as(tekst(antwoord)).isEqualTo(422);
    assertThat(antwoord.getContentType()).startsWith("application/problem+json");
    assertThat(lees(antwoord).toString()).contains("\"" + veld + "\"");
  }

  @Test
  void een_overleg_komt_erbij_krijgt_een_naam_en_eindigt() throws Exception {
    String invoer = "{\"regio\":\"%s\",\"soort\":\"uitvoeringsoverleg\",\"naam\":\"Overleg jeugd\"}".formatted(ANDERE_REGIO);
    String organen = "/api/v1/organen";
    assertThat(api(post(organen), SECRETARIS, invoer).getStatus()).isEqualTo(403);
    geweigerd(api(post(organen), BEHEERDER, invoer.replace("uitvoeringsoverleg", "college")), "soort");
    geweigerd(api(post(organen), BEHEERDER, invoer.replace("uitvoeringsoverleg", "kerkenraad")), "soort");
    geweigerd(api(post(organen), BEHEERDER, invoer.replace("{", "{\"gemeente\":\"GM0342\",")), "regio");
    geweigerd(api(post(organen), BEHEERDER, invoer.replace("Overleg jeugd", " ")), "naam");

    MockHttpServletResponse nieuw = api(post(organen), BEHEERDER, invoer);
    assertThat(nieuw.getStatus()).as(tekst(nieuw)).isEqualTo(201);
    String plek = nieuw.getHeader("Location");
    MockHttpServletResponse gelezen = api(get(plek), SECRETARIS);
    assertThat(lees(gelezen)).isEqualTo(lees(nieuw));
    assertThat(gelezen.getHeader("ETag")).isEqualTo(nieuw.getHeader("ETag"));

    String naam = "{\"naam\":\"Ambtelijk overleg jeugd\"}";
    assertThat(api(put(plek), BEHEERDER, naam).getStatus()).isEqualTo(428);
    MockHttpServletResponse anders = api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, naam);
    assertThat(lees(anders).get("naam").asText()).isEqualTo("Ambtelijk overleg jeugd");
    assertThat(api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, naam).getStatus()).isEqualTo(412);
    geweigerd(api(put(plek).header("If-Match", "*"), BEHEERDER, "{\"naam\":null}"), "naam");

    String einde = "{\"tot\":\"%s\",\"reden\":\"Samengegaan.\"}".formatted(proef.klok.vandaag());
    geweigerd(api(post(plek + "/beeindiging"), BEHEERDER, einde.replace("Samengegaan.", "")), "reden");
    geweigerd(api(post(plek + "/beeindiging"), BEHEERDER, "{\"reden\":\"Zo.\"}"), "tot");
    assertThat(api(post(plek + "/beeindiging"), BEHEERDER, einde).getStatus()).isEqualTo(204);
    geweigerd(api(post(plek + "/beeindiging"), BEHEERDER, einde), "tot");
    assertThat(api(put("/api/v1/organen/bestaat-niet").header("If-Match", "*"), BEHEERDER, naam).getStatus()).isEqualTo(404);
  }

  @Test
  void een_gemeente_komt_bij_een_regio_en_gaat_er_weer_uit() throws Exception {
    String leden = "/api/v1/regios/" + ANDERE_REGIO + "/lidmaatschappen";
    String invoer = "{\"gemeente\":\"%s\",\"van\":\"2150-01-01\"}".formatted(SOEST);
    assertThat(api(post(leden), SECRETARIS, invoer).getStatus()).isEqualTo(403);
    geweigerd(api(post(leden), BEHEERDER, invoer.replace(SOEST, "GM0000")), "gemeente");
    geweigerd(api(post(leden), BEHEERDER, "{\"gemeente\":\"" + SOEST + "\"}"), "van");
    MockHttpServletResponse erbij = api(post(leden), BEHEERDER, invoer);
    assertThat(erbij.getStatus()).as(tekst(erbij)).isEqualTo(201);
    JsonNode lid = lees(erbij);
    assertThat(lees(api(get(leden), SECRETARIS)).get("rijen")).contains(lid);
    geweigerd(api(post(leden), BEHEERDER, invoer), "gemeente");

    String einde = leden + "/" + lid.get("id").asText() + "/beeindiging";
    geweigerd(api(post(einde), BEHEERDER, "{\"tot\":\"2149-01-01\",\"reden\":\"Zo.\"}"), "tot");
    assertThat(api(post(einde.replace(ANDERE_REGIO, REGIO)), BEHEERDER, "{\"tot\":\"2151-01-01\",\"reden\":\"Zo.\"}").getStatus()).isEqualTo(404);
    assertThat(api(post(einde), BEHEERDER, "{\"tot\":\"2151-01-01\",\"reden\":\"Zo.\"}").getStatus()).isEqualTo(204);
    assertThat(lees(api(get(leden), SECRETARIS)).get("rijen").toString()).contains("2151-01-01");
    assertThat(api(get("/api/v1/regios/JZ00/lidmaatschappen"), SECRETARIS).getStatus()).isEqualTo(404);
  }
}
