package nl.besluitroute.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.StapId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Page after page on the database of the run: nothing lost, nothing twice, in order. */
class ApiBladzijdenIT extends Databaseproef {

  @Autowired WebApplicationContext context;
  @Autowired Accounts accounts;
  @Autowired ObjectMapper json;

  private List<JsonNode> alle(String adres) throws Exception {
    MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    List<JsonNode> rijen = new ArrayList<>();
    while (adres != null) {
      var antwoord =
          mvc.perform(MockMvcRequestBuilders.get(URI.create(adres)).with(user("bladeraar"))).andReturn().getResponse();
      String inhoud = antwoord.getContentAsString(StandardCharsets.UTF_8);
      assertThat(antwoord.getStatus()).as(inhoud).isEqualTo(200);
      JsonNode bladzijde = json.readTree(inhoud);
      bladzijde.get("rijen").forEach(rijen::add);
      adres = bladzijde.get("volgende").isNull() ? null : bladzijde.get("volgende").asText();
    }
    return rijen;
  }

  @Test
  void honderddertig_gebeurtenissen_en_de_taken_komen_op_elke_bladzijdegrootte_gelijk() throws Exception {
    Proefvisie visie = proef.raden(Proefomgeving.AMERSFOORT, Proefomgeving.BAARN);
    accounts.voegToe(
        "bladeraar", "Bladeraar", "een lang wachtwoord", false,
        List.of(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, Proefomgeving.REGIO)));
    for (int i = 0; i < 130; i++) {
      // The clock stands still: all at the same moment, so that only the id tells them apart.
      proef.stappen.wijzigDatum(
          StapId.van(visie.id(), "pfho_definitief"),
          GeschrevenDatum.op(Proefomgeving.BEGIN.toLocalDate().plusDays(300 + i)),
          "wijziging " + i,
          proef.secretaris());
    }
    for (String lijst : List.of("/visies/" + visie.id() + "/gebeurtenissen", "/taken", "/visies")) {
      List<JsonNode> heel = alle(Api.PAD + lijst + "?limiet=200");
      for (int limiet : new int[] {7, 50, 131}) {
        assertThat(alle(Api.PAD + lijst + "?limiet=" + limiet)).as(lijst + " per " + limiet).isEqualTo(heel);
      }
      assertThat(heel).as(lijst).doesNotHaveDuplicates();
    }
    List<String> redenen =
        alle(Api.PAD + "/visies/" + visie.id() + "/gebeurtenissen?limiet=11").stream()
            .map(g -> g.get("reden").asText())
            .filter(r -> r.startsWith("wijziging"))
            .toList();
    assertThat(redenen).hasSize(130).startsWith("wijziging 129").endsWith("wijziging 0");
  }
}
