package nl.besluitroute.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.UUID;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.ondersteuning.Webtest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/** The page of one's own signals, and what the beheerder sees of mails that failed. */
@Webtest
class SignalenWebIT {
  @Autowired WebApplicationContext context;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transacties;
  @Autowired Klok klok;
  private MockMvc mvc;

  @BeforeEach
  void begin() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  private Document pagina(String pad, String wie) throws Exception {
    return Jsoup.parse(
        vraag(MockMvcRequestBuilders.get(pad), wie).getContentAsString(StandardCharsets.UTF_8), "http://localhost");
  }

  private MockHttpServletResponse stuur(String pad, String wie, String... velden) throws Exception {
    MockHttpServletRequestBuilder verzoek = MockMvcRequestBuilders.post(pad).with(csrf());
    for (int i = 0; i < velden.length; i += 2) {
      verzoek.param(velden[i], velden[i + 1]);
    }
    return vraag(verzoek, wie);
  }

  private MockHttpServletResponse vraag(MockHttpServletRequestBuilder verzoek, String wie) throws Exception {
    return mvc.perform(verzoek.header("Accept", "text/html").with(user(wie))).andReturn().getResponse();
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
    String tot = pagina.select("input[name=tot]").attr("value");
    sql(
        """
        insert into signaal (id, account, soort, dringend, visie, stap, taak, wat, gemaakt_op)
        select ?, account, 'TE_LAAT', true, visie, stap, taak, wat, ? from signaal
        where account = 'secretaris' and taak in (select taak from agenda_taak) limit 1
        """,
        UUID.randomUUID(),
        Timestamp.from(klok.instant().plusSeconds(60)));
    assertThat(stuur("/signalen", "secretaris", "tot", tot).getRedirectedUrl()).isEqualTo("/signalen");
    assertThat(pagina("/signalen", "secretaris").text())
        .as("wat daarna kwam, blijft nieuw")
        .contains("1 nieuw signaal, waarvan 1 dringend.", "gedaan");
    assertThat(stuur("/signalen", "secretaris", "tot", "gisteren").getStatus()).isEqualTo(400);
  }

  @Test
  void wie_een_adres_opgeeft_kiest_wat_hij_per_mail_krijgt_en_een_adres_dat_geen_adres_is_wordt_geweigerd()
      throws Exception {
    assertThat(pagina("/signalen", "griffier").select("input[type=checkbox][checked]")).hasSize(2);
    for (String geen : new String[] {"griffie", "a@b.nl\r\nBcc: c@d.nl", "a@b.nl, c@d.nl", "<a@b.nl>"}) {
      MockHttpServletResponse geweigerd =
          stuur("/signalen/voorkeuren", "griffier", "mail", geen, "overzicht", "ja");
      assertThat(geweigerd.getStatus()).as(geen).isEqualTo(422);
      assertThat(geweigerd.getContentAsString(StandardCharsets.UTF_8)).contains("Dit is geen e-mailadres");
    }
    assertThat(jdbc.queryForList("select account from signaal_voorkeur where account = 'griffier'")).isEmpty();
    assertThat(
            stuur("/signalen/voorkeuren", "griffier", "mail", " griffie@soest.nl ", "overzicht", "ja").getStatus())
        .isEqualTo(302);
    Document pagina = pagina("/signalen", "griffier");
    assertThat(pagina.select("#voorkeuren-mail").attr("value")).isEqualTo("griffie@soest.nl");
    assertThat(pagina.select("input[type=checkbox][checked]").eachAttr("name")).containsExactly("overzicht");
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
