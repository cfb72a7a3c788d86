package nl.besluitroute.api;

import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
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

/** What the beheerder keeps, at the API: regions in which nothing runs, contacts, accounts. */
class ApiBeheerIT extends Paginaproef {
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

  @Test
  void een_contact_komt_erbij_wordt_gewijzigd_en_gaat_weg() throws Exception {
    String lijst = "/api/v1/organen/proef-uitvoeringsoverleg/contacten";
    String invoer = "{\"functie\":\"Secretariaat\",\"mail\":\"uo@proef.nl\"}";
    assertThat(api(post("/api/v1/organen/raad-gm0363/contacten"), SECRETARIS, invoer).getStatus()).isEqualTo(403);
    geweigerd(api(post(lijst), SECRETARIS, invoer.replace("uo@", "uo ")), "mail");
    MockHttpServletResponse nieuw = api(post(lijst), SECRETARIS, invoer);
    assertThat(nieuw.getStatus()).as(tekst(nieuw)).isEqualTo(201);
    String plek = nieuw.getHeader("Location");
    assertThat(lees(api(get(lijst), BEHEERDER)).get("rijen")).contains(lees(nieuw));
    assertThat(api(get(plek), BEHEERDER).getHeader("ETag")).isEqualTo(nieuw.getHeader("ETag"));

    String anders = invoer.replace("uo@proef.nl", "overleg@proef.nl");
    assertThat(api(put(plek), SECRETARIS, anders).getStatus()).isEqualTo(428);
    MockHttpServletResponse gewijzigd = api(put(plek).header("If-Match", nieuw.getHeader("ETag")), SECRETARIS, anders);
    assertThat(lees(gewijzigd).get("mail").asText()).isEqualTo("overleg@proef.nl");
    assertThat(api(put(plek).header("If-Match", nieuw.getHeader("ETag")), SECRETARIS, anders).getStatus()).isEqualTo(412);
    assertThat(api(delete(plek).header("If-Match", nieuw.getHeader("ETag")), SECRETARIS).getStatus()).isEqualTo(412);
    assertThat(api(delete(plek).header("If-Match", gewijzigd.getHeader("ETag")), SECRETARIS).getStatus()).isEqualTo(204);
    assertThat(api(get(plek), SECRETARIS).getStatus()).isEqualTo(404);
  }

  @Test
  void een_account_krijgt_een_rol_een_wachtwoord_en_een_blokkade() throws Exception {
    String accounts = "/api/v1/accounts";
    String invoer = "{\"naam\":\"nieuwe-griffier\",\"weergave\":\"Griffier\",\"wachtwoord\":\"een heel lang wachtwoord\"}";
    assertThat(api(post(accounts), SECRETARIS, invoer).getStatus()).isEqualTo(403);
    assertThat(api(get(accounts), SECRETARIS).getStatus()).isEqualTo(403);
    geweigerd(api(post(accounts), BEHEERDER, invoer.replace("een heel lang wachtwoord", "kort")), "wachtwoord");
    MockHttpServletResponse nieuw = api(post(accounts), BEHEERDER, invoer);
    assertThat(nieuw.getStatus()).as(tekst(nieuw)).isEqualTo(201);
    assertThat(tekst(nieuw)).doesNotContain("wachtwoord");
    String plek = nieuw.getHeader("Location");
    geweigerd(api(post(accounts), BEHEERDER, invoer), "naam");

    String weergave = "{\"weergave\":\"Griffier Soest\"}";
    assertThat(api(put(plek), BEHEERDER, weergave).getStatus()).isEqualTo(428);
    assertThat(lees(api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, weergave)).get("weergave").asText())
        .isEqualTo("Griffier Soest");
    assertThat(api(put(plek).header("If-Match", nieuw.getHeader("ETag")), BEHEERDER, weergave).getStatus()).isEqualTo(412);

    String rol = "{\"rol\":\"griffier\",\"gemeente\":\"%s\"}".formatted(SOEST);
    geweigerd(api(post(plek + "/rollen"), BEHEERDER, rol.replace("griffier", "keizer")), "rol");
    geweigerd(api(post(plek + "/rollen"), BEHEERDER, "{\"rol\":\"griffier\"}"), "gemeente");
    MockHttpServletResponse verleend = api(post(plek + "/rollen"), BEHEERDER, rol);
    assertThat(verleend.getStatus()).as(tekst(verleend)).isEqualTo(201);
    assertThat(api(post(plek + "/rollen"), BEHEERDER, rol).getStatus()).as("die rol heeft hij al").isEqualTo(422);
    String einde = plek + "/rollen/" + lees(verleend).at("/rollen/0/id").asText() + "/beeindiging";
    geweigerd(api(post(einde), BEHEERDER, "{\"tot\":null,\"reden\":\"Zo.\"}"), "tot");
    assertThat(api(post(einde), BEHEERDER, "{\"tot\":\"%s\",\"reden\":\"Weg.\"}".formatted(proef.klok.vandaag())).getStatus())
        .isEqualTo(204);
    assertThat(lees(api(get(plek), BEHEERDER)).at("/rollen/0/geldtNu").asBoolean()).isFalse();

    assertThat(api(put(plek + "/wachtwoord"), BEHEERDER, "{\"wachtwoord\":\"een ander lang wachtwoord\"}").getStatus()).isEqualTo(204);
    geweigerd(api(post(plek + "/blokkering"), BEHEERDER, "{}"), "reden");
    assertThat(api(post(plek + "/blokkering"), BEHEERDER, "{\"reden\":\"Uit dienst.\"}").getStatus()).isEqualTo(204);
    assertThat(lees(api(get(plek), BEHEERDER)).get("geblokkeerdOp").isNull()).isFalse();
    assertThat(api(post(plek + "/deblokkering"), BEHEERDER, "{\"reden\":\"Terug.\"}").getStatus()).isEqualTo(204);
    assertThat(lees(api(get(plek), BEHEERDER)).get("geblokkeerdOp").isNull()).isTrue();
    assertThat(api(get(accounts + "/bestaat-niet"), BEHEERDER).getStatus()).isEqualTo(404);
  }

  @Test
  void ieder_wijzigt_zijn_eigen_wachtwoord_als_hij_het_oude_kent() throws Exception {
    String eigen = "/api/v1/mij/wachtwoord";
    geweigerd(api(put(eigen), SECRETARIS, "{\"oud\":\"fout\",\"wachtwoord\":\"een ander lang wachtwoord\"}"), "oud");
    geweigerd(api(put(eigen), SECRETARIS, "{\"oud\":\"een lang wachtwoord\",\"wachtwoord\":\"kort\"}"), "wachtwoord");
    assertThat(api(put(eigen), SECRETARIS, "{\"oud\":\"een lang wachtwoord\",\"wachtwoord\":\"een ander lang wachtwoord\"}").getStatus())
        .isEqualTo(204);
  }
}
