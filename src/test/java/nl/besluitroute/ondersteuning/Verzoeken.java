package nl.besluitroute.ondersteuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Asks pages and the API in the process itself, as somebody who is signed in. */
public abstract class Verzoeken {
  @Autowired private WebApplicationContext context;
  @Autowired private ObjectMapper json;
  private final MockHttpSession sessie = new MockHttpSession();
  private MockMvc mvc;

  @BeforeEach
  void maakMvc() {
    mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
  }

  /** As a browser asks: with its session, and with the mark every form carries. */
  protected MockHttpServletResponse vraag(MockHttpServletRequestBuilder verzoek, String wie) throws Exception {
    return doe(verzoek.session(sessie).with(csrf()).header("Accept", "text/html,application/json;q=0.9"), wie);
  }

  /** As a program asks the API: without a session and without that mark. */
  protected MockHttpServletResponse api(MockHttpServletRequestBuilder verzoek, String wie) throws Exception {
    return doe(verzoek, wie);
  }

  protected MockHttpServletResponse api(MockHttpServletRequestBuilder verzoek, String wie, String inhoud)
      throws Exception {
    return doe(verzoek.contentType(MediaType.APPLICATION_JSON).content(inhoud), wie);
  }

  /** By nobody who is known. */
  protected MockHttpServletResponse zonderAanmelden(MockHttpServletRequestBuilder verzoek) throws Exception {
    return mvc.perform(verzoek.with(csrf()).header("Accept", "text/html,*/*;q=0.5")).andReturn().getResponse();
  }

  private MockHttpServletResponse doe(MockHttpServletRequestBuilder verzoek, String wie) throws Exception {
    return mvc.perform(verzoek.with(user(wie))).andReturn().getResponse();
  }

  /** A page that must be there. */
  protected Document pagina(String pad, String wie) throws Exception {
    MockHttpServletResponse antwoord = vraag(get(pad), wie);
    assertThat(antwoord.getStatus()).as(pad).isEqualTo(200);
    return html(antwoord);
  }

  protected static String tekst(MockHttpServletResponse antwoord) {
    return new String(antwoord.getContentAsByteArray(), StandardCharsets.UTF_8);
  }

  protected static Document html(MockHttpServletResponse antwoord) {
    return Jsoup.parse(tekst(antwoord));
  }

  protected JsonNode lees(MockHttpServletResponse antwoord) throws Exception {
    return json.readTree(antwoord.getContentAsByteArray());
  }
}
