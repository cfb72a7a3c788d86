package nl.besluitroute.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Map;
import nl.besluitroute.toegang.Gebruiker;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI description says of the API as a whole; springdoc adds the operations. */
@Configuration(proxyBeanMethods = false)
class Beschrijving {

  private static final String PROBLEEM = "#/components/schemas/Probleem";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Gebruiker.class);
  }

  @Bean
  OpenAPI openapi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Besluitroute")
                .version(Api.VERSIE)
                .description(
                    """
                    Brengt één tekst van concept tot vaststelling in elke gemeente van een regio.

                    Aanmelden gaat met HTTP Basic, met hetzelfde account als op de pagina's; wat iemand mag, is hier \
                    en daar hetzelfde. Een sessie is er niet. Na te vaak mislukken volgt 429 met Retry-After.

                    Een fout is een probleem volgens RFC 9457 (`application/problem+json`) met een zin voor de lezer in \
                    `detail` en, bij invoer, per veld een zin in `velden`. Wat u niet mag inzien, geeft 404, alsof het er niet is.

                    Elk antwoord draagt een ETag; met If-None-Match volgt 304. Waar twee mensen elkaar kunnen \
                    overschrijven, is If-Match verplicht (428) en volgt 412 als het intussen is gewijzigd.

                    Lange lijsten komen per bladzijde: `limiet` bepaalt hoeveel, `volgende` is het adres van de volgende \
                    bladzijde. Onbekende parameters en onbekende velden worden geweigerd.

                    Tijdstippen zijn UTC (ISO 8601); dagen zijn die van Europe/Amsterdam. Een datum staat er zoals \
                    opgeschreven, met de betekenis in EDTF."""))
        .servers(List.of(new Server().url("/").description("Dit systeem")))
        .tags(
            List.of(
                tag("Visies", "De visies, hun stand op hoofdlijnen, en een visie starten"),
                tag("Stappen", "De route van een visie met haar planning"),
                tag("Planning", "De planning over de kalenders, de streefdatum, wat uitstel zou doen, en alle visies van een regio in een jaar"),
                tag("Behandeling en geschiedenis", "Behandeling, versies, participatie en geschiedenis"),
                tag("Opmerkingen", "Opmerkingen op de tekst en hun antwoorden"),
                tag("Besluiten en stand", "Wat gemeenten besloten, hoe dat wordt gelezen en wat de stand is"),
                tag("Correcties", "Wat verkeerd is overgenomen, wordt hersteld; wat er stond, blijft leesbaar"),
                tag("Deelnames", "Welke gemeenten deelnemen, en welke opnieuw besluiten"),
                tag("Route wijzigen", "De route van een visie die onderweg is: eerst een voorbeeld, dan de wijziging"),
                tag("Vertrouwelijkheid", "Wat vertrouwelijk of geheim is"),
                tag("Taken", "Open werk: wie het doet, zijn formulier en zijn afronding"),
                tag("Regio's", "Regio's, gemeenten en organen"),
                tag("Vergaderschema", "Wanneer organen vergaderen, hun reces en hun termijnen"),
                tag("Routes", "De routes waarop visies lopen"),
                tag("Mij", "Wie is aangemeld, wat die volgt en wat die is gemeld")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList("basic"));
  }

  private static Tag tag(String naam, String beschrijving) {
    return new Tag().name(naam).description(beschrijving);
  }

  /** The answers that every operation can give, so that no method repeats them. */
  @Bean
  OpenApiCustomizer problemen() {
    return api -> {
      api.getComponents().addSchemas("Probleem", probleem());
      api.getPaths().forEach((pad, regels) -> regels.readOperationsMap().forEach((m, o) -> vulAan(pad, m, o)));
    };
  }

  private static Schema<?> probleem() {
    return new ObjectSchema()
        .description("Een fout volgens RFC 9457.")
        .addProperty("type", new StringSchema().example("about:blank"))
        .addProperty("title", new StringSchema().example("Niet opgeslagen"))
        .addProperty("status", new IntegerSchema().example(422))
        .addProperty("detail", new StringSchema().example("Er is niets opgeslagen. Verbeter wat hieronder staat."))
        .addProperty("instance", new StringSchema().example("/api/v1/visies"))
        .addProperty(
            "velden",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty("pad", new StringSchema().example("planning[0].datum"))
                        .addProperty("melding", new StringSchema().example("Vul de datum in.")))
                .description("Wat er mis is met welk veld."))
        .addProperty(
            "nummer",
            new StringSchema().description("Bij een fout van het systeem: het nummer voor de beheerder."))
        .required(List.of("type", "title", "status", "detail", "instance"));
  }

  private static void vulAan(String pad, PathItem.HttpMethod methode, Operation o) {
    ApiResponses antwoorden = o.getResponses();
    antwoorden.values().forEach(a -> a.addHeaderObject("API-Version", kop("Versie van de API.")));
    boolean leest = methode == PathItem.HttpMethod.GET;
    if (leest) {
      antwoorden.get("200").addHeaderObject("ETag", kop("Kenmerk van de inhoud."));
      antwoorden.addApiResponse(
          "304", new ApiResponse().description("Niet gewijzigd sinds de ETag van If-None-Match."));
    }
    voegToe(antwoorden, "400", "Een onbekende parameter of een onbekend veld, of geen leesbare invoer.");
    voegToe(antwoorden, "401", "Niet aangemeld.");
    voegToe(antwoorden, "429", "Te vaak mislukt aan te melden; wacht zo lang als Retry-After zegt.");
    if (pad.contains("{")) {
      voegToe(antwoorden, "404", "Bestaat niet, of u mag het niet inzien.");
    }
    if (!leest) {
      voegToe(antwoorden, "403", "U mag dit wel inzien, maar niet doen.");
      voegToe(antwoorden, "409", "Iemand anders was u voor.");
      voegToe(antwoorden, "422", "De invoer kan niet; in velden staat waarom.");
      boolean metKenmerk =
          o.getParameters() != null
              && o.getParameters().stream().map(Parameter::getName).anyMatch("If-Match"::equals);
      if (metKenmerk) {
        voegToe(antwoorden, "412", "Intussen door iemand anders gewijzigd.");
        voegToe(antwoorden, "428", "If-Match ontbreekt.");
      }
    }
    if (o.getRequestBody() != null) {
      voegToe(antwoorden, "413", "De inhoud is te groot.");
      voegToe(antwoorden, "415", "De inhoud heeft een soort die hier niet kan.");
    }
  }

  private static void voegToe(ApiResponses antwoorden, String status, String beschrijving) {
    antwoorden.addApiResponse(
        status,
        new ApiResponse()
            .description(beschrijving)
            .content(
                new Content()
                    .addMediaType(
                        "application/problem+json",
                        new MediaType().schema(new Schema<>().$ref(PROBLEEM))))
            .headers(Map.of("API-Version", kop("Versie van de API."))));
  }

  private static Header kop(String beschrijving) {
    return new Header().description(beschrijving).schema(new StringSchema());
  }
}
