package nl.besluitroute.proces.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.visie.RouteGeweigerd;
import nl.besluitroute.visie.RouteModel;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Stands before the engine's own deployers, whichever way a deployment comes in. Lets through what
 * is shipped, byte for byte; a route that passes the grammar, together with the shipped blocks that
 * it calls; and a form that is Camunda Forms without script or html. Register with {@code
 * ProcessEngineConfigurationImpl.setCustomPreDeployers}.
 *
 * <p>A deployment that the engine reads back from its own database is not asked again: it was let
 * through when it came in, perhaps by an older version of this program.
 */
public final class RouteToelating implements Deployer {

  private static final int MAXIMUM = Toelatingslijst.standaard().grenzen().bytes();
  private static final Set<String> COMPONENTEN =
      Set.of(
          "textfield", "textarea", "number", "datetime", "checkbox", "checklist", "radio", "select",
          "taglist", "text", "group", "dynamiclist", "separator", "spacer", "table", "button");
  private static final Set<String> FORMULIER =
      Set.of(
          "components", "type", "id", "executionPlatform", "executionPlatformVersion", "exporter",
          "schemaVersion", "$schema");
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(50).build())
                  .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** File name by hash of what is shipped. */
  private final Map<String, String> meegeleverd = new HashMap<>();

  /** @throws UncheckedIOException when the shipped models cannot be read */
  public RouteToelating() {
    var zoeker = new PathMatchingResourcePatternResolver();
    try {
      for (String patroon :
          List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form")) {
        for (Resource bestand : zoeker.getResources(patroon)) {
          try (var in = bestand.getInputStream()) {
            meegeleverd.put(hash(in.readAllBytes()), bestand.getFilename());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @throws RouteGeweigerd with Dutch sentences, before the engine has parsed anything */
  @Override
  public void deploy(DeploymentEntity uitrol) {
    if (!uitrol.isNew() || uitrol.getResources() == null) {
      return;
    }
    Map<String, byte[]> bestanden = new HashMap<>();
    for (ResourceEntity bestand : uitrol.getResources().values()) {
      bestanden.put(bestand.getName(), bestand.getBytes());
    }
    keur(bestanden);
  }

  void keur(Map<String, byte[]> bestanden) {
    List<String> zinnen = new ArrayList<>();
    Set<String> mee = new TreeSet<>();
    Map<String, RouteModel> routes = new HashMap<>();
    bestanden.forEach(
        (naam, bytes) -> {
          String bekend = meegeleverd.get(hash(bytes));
          if (bekend != null && extensie(naam).equals(extensie(bekend))) {
            mee.add(bekend);
            return;
          }
          switch (extensie(naam)) {
            case "bpmn" -> {
              Routekeuring keuring = Routekeuring.van(bytes);
              keuring.fouten().forEach(f -> zinnen.add(f.zin()));
              keuring.model().ifPresent(m -> routes.put(naam, m));
            }
            case "form" -> formulier(naam, bytes, zinnen);
            case "dmn" ->
                zinnen.add(bestand(naam) + " is een beslistabel die niet is meegeleverd; een route"
                    + " gebruikt alleen de eigen beslistabellen van Besluitroute.");
            default ->
                zinnen.add(bestand(naam) + " hoort niet in een uitrol; lever alleen .bpmn en .form"
                    + " aan.");
          }
        });
    routes.forEach(
        (naam, route) -> {
          String mist =
              route.blokken().stream()
                  .map(b -> b.soort().proces() + ".bpmn")
                  .distinct()
                  .filter(b -> !mee.contains(b))
                  .sorted()
                  .collect(Collectors.joining(", "));
          if (!mist.isEmpty()) {
            zinnen.add(
                bestand(naam) + " wordt uitgerold zonder de blokken die het gebruikt; voeg toe: "
                    + mist + ".");
          }
        });
    if (!zinnen.isEmpty()) {
      throw new RouteGeweigerd(zinnen);
    }
  }

  private void formulier(String naam, byte[] bytes, List<String> zinnen) {
    String wie = bestand(naam);
    if (bytes.length > MAXIMUM) {
      zinnen.add(wie + " is groter dan 1 MB; maak het formulier kleiner.");
      return;
    }
    JsonNode formulier;
    try (JsonParser lezer = JSON.createParser(bytes)) {
      formulier = JSON.readTree(lezer);
      if (lezer.nextToken() != null) {
        throw new IOException("trailing content");
      }
    } catch (IOException e) {
      zinnen.add(wie + " is geen leesbaar formulier; sla het opnieuw op in Camunda Modeler.");
      return;
    }
    if (formulier == null
        || !formulier.isObject()
        || !formulier.path("type").asText().equals("default")
        || !formulier.path("components").isArray()) {
      zinnen.add(wie + " is geen Camunda Form; sla het op als formulier in Camunda Modeler.");
      return;
    }
    formulier.fieldNames().forEachRemaining(
        veld -> {
          if (!FORMULIER.contains(veld)) {
            zinnen.add(wie + " heeft een onbekend onderdeel (" + kort(veld) + "); verwijder het.");
          }
        });
    String id = formulier.path("id").asText();
    if (!id.matches("[a-z][a-z0-9_]{1,59}")) {
      zinnen.add(wie + " heeft geen geldig kenmerk; gebruik kleine letters, cijfers en _.");
    } else if (meegeleverd.containsValue(id + ".form")) {
      zinnen.add(wie + " heeft het kenmerk van een meegeleverd formulier (" + id + "); kies een"
          + " ander.");
    }
    componenten(wie, formulier.path("components"), zinnen);
  }

  private static void componenten(String wie, JsonNode componenten, List<String> zinnen) {
    for (JsonNode component : componenten) {
      String veld =
          wie + ", veld '" + kort(component.path("label").asText(component.path("key").asText()))
              + "',";
      String soort = component.path("type").asText();
      if (!COMPONENTEN.contains(soort)) {
        zinnen.add(veld + " is van de soort '" + kort(soort) + "', die niet is toegestaan; gebruik een"
            + " gewoon invoerveld.");
      } else if (!component.path("components").isMissingNode()) {
        componenten(wie, component.path("components"), zinnen);
      }
      if (opmaak(component)) {
        zinnen.add(veld + " bevat opmaak of een script (<…> of javascript:); gebruik gewone tekst.");
      }
    }
  }

  /** Whether any text directly in a component, at any depth but its own components, is markup. */
  private static boolean opmaak(JsonNode knoop) {
    if (knoop.isTextual()) {
      String tekst = knoop.asText();
      // FEEL compares with < and >; markup has a letter, / or ! after it.
      return tekst.matches("(?s).*<[a-zA-Z/!].*")
          || tekst.replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(java.util.Locale.ROOT).contains("javascript:");
    }
    Iterator<Map.Entry<String, JsonNode>> velden = knoop.fields();
    while (velden.hasNext()) {
      var veld = velden.next();
      if (!veld.getKey().equals("components") && opmaak(veld.getValue())) {
        return true;
      }
    }
    if (knoop.isArray()) {
      for (JsonNode kind : knoop) {
        if (opmaak(kind)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String bestand(String naam) {
    return "Bestand '" + kort(naam) + "'";
  }

  private static String kort(String tekst) {
    String regel = tekst.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    return regel.length() > 80 ? regel.substring(0, 79) + "…" : regel;
  }

  /** The last one: a name such as x.bpmn20.xml is no .bpmn here. */
  private static String extensie(String naam) {
    return naam.substring(naam.lastIndexOf('.') + 1);
  }

  private static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
