package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import java.util.List;
import java.sql.Timestamp;
import java.util.UUID;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Verzoeken;
import nl.besluitroute.ondersteuning.Webtest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of one's own signals, and what the beheerder sees of mails that failed. */
@Webtest
class SignalenWebIT extends Verzoeken {
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transacties;
  @Autowired Klok klok;

  private MockHttpServletResponse stuur(String pad, String wie, String... velden) throws Exception {
    MockHttpServletRequestBuilder verzoek = MockMvcRequestBuilders.post(pad);
    for (int i = 0; i < velden.length; i += 2) {
      verzoek.param(velden[i], velden[i + 1]);
    }
    return vraag(verzoek, wie);
  }

  private void sql(String opdracht, Object... waarden) {
    new TransactionTemplate(transacties).executeWithoutResult(s -> jdbc.update(opdracht, waarden));
  }

  @Test
  void ieder_leest_zijn_eigen_signalen_en_zet_ze_op_gelezen() throws Exception {
    Document pagina = pagina("/signalen", "secretaris");
    assertThat(pagina.select("ol.gebeurtenissen li")).isNotEmpty();
    assertThat(pagina.text()).contains("Te laat: ", "nieuw, dringend", "Dit systeem verstuurt nu geen e-mail");
    assertThat(pagina("/signalen", "manager").text()).contains("Er is niets te melden", "U bent bij.");
    List<String> gezien = pagina.select("input[name=signaal]").eachAttr("value");
    assertThat(gezien).isNotEmpty();
    sql(
        """
        insert into signaal (id, account, soort, dringend, visie, stap, taak, wat, gemaakt_op)
        select ?, account, 'TE_LAAT', true, visie, stap, taak, wat, ? from signaal
        where account = 'secretaris' and taak in (select taak from agenda_taak) limit 1
        """,
        UUID.randomUUID(),
        Timestamp.from(klok.instant().plusSeconds(60)));
    String[] velden = gezien.stream().flatMap(id -> Stream.of("signaal", id)).toArray(String[]::new);
    assertThat(stuur("/signalen", "secretaris", velden).getRedirectedUrl()).isEqualTo("/signalen");
    assertThat(pagina("/signalen", "secretaris").text())
        .as("wat daarna kwam, blijft nieuw")
        .contains("1 nieuw signaal, waarvan 1 dringend.", "gedaan");
    assertThat(stuur("/signalen", "secretaris", "signaal", "gisteren").getStatus()).isEqualTo(404);
  }

  @Test
  void wie_een_adres_opgeeft_kiest_wat_hij_per_mail_krijgt_en_een_adres_dat_geen_adres_is_wordt_geweigerd()
      throws Exception {
    assertThat(pagina("/signalen", "griffier").select("input[type=checkbox][checked]")).hasSize(2);
    for (String geen : new String[] {"griffie", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl", "<a@b.nl>"}) {
      MockHttpServletResponse geweigerd =
          stuur("/signalen/voorkeuren", "griffier", "mail", geen, "overzicht", "ja");
      assertThat(geweigerd.getStatus()).as(geen).isEqualTo(422);
      assertThat(tekst(geweigerd)).contains("Dit is geen e-mailadres");
    }
    assertThat(jdbc.queryForList("select account from signaal_voorkeur where account = 'griffier'")).isEmpty();
    assertThat(
            stuur("/signalen/voorkeuren", "griffier", "mail", " griffie@soest.nl ", "overzicht", "ja").getStatus())
        .isEqualTo(302);
    Document pagina = pagina("/signalen", "griffier");
    assertThat(pagina.select("#voorkeuren-mail").attr("value")).isEqualTo("griffie@soest.nl");
    assertThat(pagina.select("input[type=checkbox][checked]").eachAttr("name")).containsExactly("overzicht");
    assertThat(pagina.text()).contains("griffie@soest.nl is nog niet bevestigd.", "Tot dan ontvangt u geen e-mail.");
    assertThat(stuur("/signalen/adres/opnieuw", "griffier").getRedirectedUrl()).isEqualTo("/signalen");
    assertThat(stuur("/signalen/adres/opnieuw", "beheerder").getStatus()).isEqualTo(422);

    // Opening the link confirms nothing, as a scanner of mail does so too; the button does, once.
    sql("update signaal_adres set sleutel = 'proef-sleutel', geldig_tot = ? where account = 'griffier'", Timestamp.from(klok.instant().plusSeconds(60)));
    for (int keer = 0; keer < 2; keer++) {
      Document vraag = zonderAanmelden(MockMvcRequestBuilders.get("/mailadres/proef-sleutel"), 200);
      assertThat(vraag.text()).contains("griffie@soest.nl", "Griffier Soest");
      assertThat(vraag.select("form[action=/mailadres/proef-sleutel] input[name=_csrf]")).hasSize(1);
    }
    assertThat(jdbc.queryForObject("select mail from signaal_voorkeur where account = 'griffier'", String.class)).isNull();
    assertThat(zonderAanmelden(MockMvcRequestBuilders.post("/mailadres/proef-sleutel"), 200).text()).contains("griffie@soest.nl is bevestigd");
    assertThat(zonderAanmelden(MockMvcRequestBuilders.post("/mailadres/proef-sleutel"), 404).text()).contains("al gebruikt of niet meer geldig");
    assertThat(zonderAanmelden(MockMvcRequestBuilders.get("/mailadres/anders"), 404).text()).contains("niet meer geldig");
    assertThat(pagina("/signalen", "griffier").text()).doesNotContain("nog niet bevestigd");
  }

  private Document zonderAanmelden(MockHttpServletRequestBuilder verzoek, int status) throws Exception {
    MockHttpServletResponse antwoord = zonderAanmelden(verzoek);
    assertThat(antwoord.getStatus()).isEqualTo(status);
    return html(antwoord);
  }

  @Test
  void de_api_wijzigt_voorkeuren_alleen_zoals_ze_zijn_gelezen() throws Exception {
    String pad = "/api/v1/mij/signaalvoorkeuren";
    MockHttpServletResponse gelezen = api(MockMvcRequestBuilders.get(pad));
    assertThat(tekst(gelezen)).isEqualTo("{\"mail\":null,\"bevestigd\":true,\"mailNu\":null,\"overzicht\":true,\"dringend\":true}");
    String etag = gelezen.getHeader("ETag");
    String invoer = "{\"mail\":\"m@voorbeeld.nl\",\"overzicht\":false,\"dringend\":true}";
    assertThat(api(MockMvcRequestBuilders.put(pad).content(invoer)).getStatus()).isEqualTo(428);
    MockHttpServletResponse geen = api(MockMvcRequestBuilders.put(pad).header("If-Match", etag).content(invoer.replace("@", " ")));
    assertThat(geen.getStatus()).isEqualTo(422);
    assertThat(geen.getContentType()).startsWith("application/problem+json");
    assertThat(tekst(geen)).contains("Dit is geen e-mailadres", "\"mail\"");
    assertThat(api(MockMvcRequestBuilders.put(pad).header("If-Match", etag).content("{\"mail\":null}")).getStatus()).isEqualTo(422);
    MockHttpServletResponse gedaan = api(MockMvcRequestBuilders.put(pad).header("If-Match", etag).content(invoer));
    assertThat(tekst(gedaan)).isEqualTo("{\"mail\":\"m@voorbeeld.nl\",\"bevestigd\":false,\"mailNu\":null,\"overzicht\":false,\"dringend\":true}");
    assertThat(api(MockMvcRequestBuilders.put(pad).header("If-Match", etag).content(invoer)).getStatus()).isEqualTo(412);
    assertThat(api(MockMvcRequestBuilders.put(pad).header("If-Match", gedaan.getHeader("ETag")).content(invoer)).getHeader("ETag")).isEqualTo(gedaan.getHeader("ETag"));
  }

  private MockHttpServletResponse api(MockHttpServletRequestBuilder verzoek) throws Exception {
    return api(verzoek.contentType("application/json"), "manager");
  }

  @Test
  void de_beheerder_ziet_welk_bericht_niet_weg_kon_en_verstuurt_het_opnieuw() throws Exception {
    UUID id = UUID.randomUUID();
    Timestamp nu = Timestamp.from(klok.instant());
    sql(
        """
        insert into signaal_mail (id, account, message_id, gemaakt_op, staat, pogingen, volgende_op, fout)
        values (?, 'griffier', ?, ?, 'MISLUKT', 20, ?, 'ConnectException: Connection refused')
        """,
        id, "<" + id + "@proef>", nu, nu);
    assertThat(pagina("/beheer/techniek", "beheerder").text())
        .contains("Berichten die niet weg konden", "Griffier Soest", "opgegeven", "Connection refused", "niet ingericht");
    assertThat(pagina("/visies", "beheerder").select(".storingbalk").text()).contains("1 bericht kon niet worden verzonden.");
    assertThat(pagina("/visies", "beheerder").select(".storingbalk a").attr("href")).isEqualTo("/beheer/techniek");
    assertThat(pagina("/visies", "secretaris").select(".storingbalk")).isEmpty();
    String opnieuw = "/beheer/techniek/berichten/" + id + "/opnieuw";
    assertThat(stuur(opnieuw, "secretaris").getStatus()).isEqualTo(403);
    assertThat(stuur(opnieuw, "beheerder").getStatus()).isEqualTo(302);
    assertThat(jdbc.queryForMap("select staat, pogingen from signaal_mail where id = ?", id))
        .containsEntry("STAAT", "KLAAR")
        .containsEntry("POGINGEN", 0);
    assertThat(
            jdbc.queryForList("select tekst from journaal where soort = 'bericht_opnieuw'", String.class))
        .containsExactly("Mislukt bericht opnieuw verstuurd aan Griffier Soest.");
    sql("update signaal_mail set staat = 'VERZONDEN' where id = ?", id);
    assertThat(stuur(opnieuw, "beheerder").getStatus()).isEqualTo(409);
  }
}
