package nl.besluitroute.proces.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.besluitroute.visie.RouteGeweigerd;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Stands before the engine's own deployers, whichever way a deployment comes in. Lets through what
 * is shipped, byte for byte, and routes that pass the grammar; a route comes together with all
 * shipped blocks and forms, or its calls would find nothing. Register with {@code
 * ProcessEngineConfigurationImpl.setCustomPreDeployers}.
 *
 * <p>A deployment that the engine reads back from its own database is not asked again: it was let
 * through when it came in, perhaps by an older version of this program.
 */
public final class RouteToelating implements Deployer {

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
    if (uitrol.getTenantId() != null) {
      throw new RouteGeweigerd(
          List.of("De uitrol noemt een tenant; laat die weg, want regio's delen de meegeleverde routes."));
    }
    Map<String, byte[]> bestanden = new TreeMap<>();
    for (ResourceEntity bestand : uitrol.getResources().values()) {
      bestanden.put(bestand.getName(), bestand.getBytes());
    }
    keur(bestanden);
  }

  private void keur(Map<String, byte[]> bestanden) {
    List<String> zinnen = new ArrayList<>();
    Set<String> mee = new TreeSet<>();
    List<String> routes = new ArrayList<>();
    bestanden.forEach(
        (naam, bytes) -> {
          String bekend = meegeleverd.get(hash(bytes));
          if (bekend != null && extensie(naam).equals(extensie(bekend))) {
            (isRoute(bekend) ? routes : mee).add(bekend);
            return;
          }
          switch (extensie(naam)) {
            case "bpmn" -> {
              Routekeuring keuring = Routekeuring.van(bytes);
              keuring.fouten().forEach(f -> zinnen.add(f.zin()));
              keuring.model().filter(m -> meegeleverd.containsValue(m.sleutel() + ".bpmn")).ifPresent(
                  m -> zinnen.add("'" + m.naam() + "' (" + m.sleutel() + ") heeft het kenmerk van een"
                      + " meegeleverde route; geef het proces een ander kenmerk (Id)."));
              routes.add(naam);
            }
            case "form" ->
                zinnen.add(bestand(naam) + " is een formulier dat niet is meegeleverd; een route"
                    + " gebruikt alleen de formulieren van Besluitroute.");
            case "dmn" ->
                zinnen.add(bestand(naam) + " is een beslistabel die niet is meegeleverd; een route"
                    + " gebruikt alleen de eigen beslistabellen van Besluitroute.");
            default ->
                zinnen.add(bestand(naam) + " hoort niet in een uitrol; lever een route aan als .bpmn.");
          }
        });
    if (!routes.isEmpty() && zinnen.isEmpty()) {
      String mist =
          meegeleverd.values().stream()
              .filter(b -> !isRoute(b) && !mee.contains(b))
              .sorted()
              .collect(Collectors.joining(", "));
      if (!mist.isEmpty()) {
        zinnen.add(
            bestand(routes.get(0)) + " wordt uitgerold zonder de blokken en formulieren die erbij"
                + " horen; voeg toe: " + mist + ".");
      }
    }
    if (!zinnen.isEmpty()) {
      throw new RouteGeweigerd(zinnen);
    }
  }

  private static boolean isRoute(String bestandsnaam) {
    return bestandsnaam.startsWith("route_");
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
