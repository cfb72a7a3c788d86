package nl.besluitroute.proces;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.OnjuisteInvoer.Fout;
import nl.besluitroute.kalender.GeschrevenDatum;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Checks what came in against the Camunda Form itself, so that a browser's checks and the server's
 * are the same: required, length, pattern, numbers, dates, choices, and what a condition hides.
 * Fields that the form does not have are refused.
 */
@Component
class Formuliercontrole {
  private static final int MAX_RIJEN = 200;
  private static final int MAX_TEKST = 50_000;
  private static final Set<String> ZONDER_WAARDE =
      Set.of("text", "separator", "spacer", "button", "image");

  /** What a page gets as form data and may send back: choices and texts that are no field. */
  private static final Set<String> MEEGEGEVEN =
      Set.of(Formulieren.VERSIES, Formulieren.GEMEENTEN, "standzin");

  /** Asks whether a choice exists; only for what was chosen, so that no list is read in vain. */
  @FunctionalInterface
  interface Keuzes {
    boolean bestaat(String lijst, String waarde);
  }

  private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

  /**
   * The form's values, cleaned: blank is null, dates are ISO 8601, numbers are Integers.
   *
   * @throws OnjuisteInvoer with every fault that was found
   */
  Map<String, Object> controleer(
      JsonNode formulier, Map<String, Object> invoer, Keuzes keuzes) {
    List<Fout> fouten = new ArrayList<>();
    Map<String, Object> schoon =
        velden(formulier.path("components"), invoer, keuzes, "", invoer, fouten);
    if (!fouten.isEmpty()) {
      throw new OnjuisteInvoer(fouten);
    }
    return schoon;
  }

  private Map<String, Object> velden(
      JsonNode componenten,
      Map<String, Object> invoer,
      Keuzes keuzes,
      String pad,
      Map<String, Object> omgeving,
      List<Fout> fouten) {
    Map<String, Object> schoon = new LinkedHashMap<>();
    Set<String> bekend = new HashSet<>(pad.isEmpty() ? MEEGEGEVEN : Set.of());
    for (JsonNode c : componenten) {
      String soort = c.path("type").asText();
      if (ZONDER_WAARDE.contains(soort)) {
        continue;
      }
      if ("group".equals(soort)) {
        throw new IllegalStateException("Groups are not used in our forms");
      }
      boolean lijst = "dynamiclist".equals(soort);
      String sleutel = c.path(lijst ? "path" : "key").asText();
      bekend.add(sleutel);
      if (verborgen(c, componenten, omgeving)) {
        continue;
      }
      Object waarde = invoer.get(sleutel);
      schoon.put(
          sleutel,
          lijst
              ? rijen(c, waarde, keuzes, pad + sleutel, fouten)
              : veld(c, soort, waarde, keuzes, pad + sleutel, fouten));
    }
    invoer.keySet().stream()
        .filter(sleutel -> !bekend.contains(sleutel))
        .forEach(sleutel -> fouten.add(new Fout("", "Het formulier heeft geen veld '" + kort(sleutel) + "'.")));
    return schoon;
  }

  private static String kort(String tekst) {
    return tekst.length() > 60 ? tekst.substring(0, 60) + "…" : tekst;
  }

  private List<Map<String, Object>> rijen(
      JsonNode c, Object waarde, Keuzes keuzes, String pad, List<Fout> fouten) {
    if (waarde == null) {
      return List.of();
    }
    if (!(waarde instanceof List<?> lijst) || lijst.size() > MAX_RIJEN) {
      fouten.add(new Fout(pad, "Dit is geen lijst van ten hoogste " + MAX_RIJEN + " regels."));
      return List.of();
    }
    List<Map<String, Object>> schoon = new ArrayList<>();
    for (int i = 0; i < lijst.size(); i++) {
      if (!(lijst.get(i) instanceof Map<?, ?> rij)) {
        fouten.add(new Fout(pad, "Regel " + (i + 1) + " is niet te lezen."));
        continue;
      }
      Map<String, Object> velden = new HashMap<>();
      rij.forEach((k, v) -> velden.put(String.valueOf(k), v));
      if (velden.values().stream().allMatch(v -> v == null || v.toString().isBlank())) {
        continue; // An empty row that was added and left alone.
      }
      schoon.add(
          velden(c.path("components"), velden, keuzes, pad + "[" + i + "].", velden, fouten));
    }
    return schoon;
  }

  private boolean verborgen(JsonNode c, JsonNode alle, Map<String, Object> omgeving) {
    String uitdrukking = c.path("conditional").path("hide").asText("");
    if (uitdrukking.isEmpty()) {
      return false;
    }
    Map<String, Object> variabelen = new HashMap<>();
    alle.forEach(veld -> variabelen.put(veld.path("key").asText(veld.path("path").asText()), null));
    omgeving.forEach((k, v) -> variabelen.put(k, v instanceof String || v instanceof Boolean || v instanceof Number ? v : null));
    Object uitkomst =
        feel.evaluateSimpleExpression(
            uitdrukking.substring(1), Variables.fromMap(variabelen).asVariableContext());
    return Boolean.TRUE.equals(uitkomst);
  }

  private static Object veld(
      JsonNode c,
      String soort,
      Object waarde,
      Keuzes keuzes,
      String pad,
      List<Fout> fouten) {
    JsonNode regels = c.path("validate");
    boolean leeg =
        waarde == null
            || (waarde instanceof String s && s.isBlank())
            || ("checkbox".equals(soort) && Boolean.FALSE.equals(waarde));
    if (leeg) {
      if (regels.path("required").asBoolean()) {
        fouten.add(
            new Fout(
                pad,
                "checkbox".equals(soort) ? "Vink dit aan om verder te gaan." : "Dit veld is nog leeg."));
      }
      return null;
    }
    return switch (soort) {
      case "checkbox" -> waarde instanceof Boolean ? waarde : fout(fouten, pad, "Dit is geen ja of nee.");
      case "number" -> getal(regels, waarde, pad, fouten);
      case "datetime" -> datum(waarde, pad, fouten);
      case "select", "radio" -> keuze(c, waarde, keuzes, pad, fouten);
      default -> tekst(c, waarde, pad, fouten);
    };
  }

  private static Object fout(List<Fout> fouten, String pad, String zin) {
    fouten.add(new Fout(pad, zin));
    return null;
  }

  private static Object tekst(JsonNode c, Object waarde, String pad, List<Fout> fouten) {
    JsonNode regels = c.path("validate");
    if (waarde instanceof GeschrevenDatum) {
      return waarde; // Checks its own text.
    }
    if (!(waarde instanceof String tekst)) {
      return fout(fouten, pad, "Dit is geen tekst.");
    }
    int hoogstens = regels.path("maxLength").asInt(MAX_TEKST);
    if (tekst.length() > hoogstens) {
      return fout(
          fouten,
          pad,
          "Deze tekst is " + tekst.length() + " tekens lang; er passen er " + hoogstens + " in.");
    }
    if (tekst.codePoints().anyMatch(Formuliercontrole::onleesbaar)) {
      return fout(fouten, pad, "Deze tekst bevat een teken dat niet te lezen is.");
    }
    String patroon = regels.path("pattern").asText("");
    if (!patroon.isEmpty() && !tekst.strip().matches(patroon)) {
      return fout(
          fouten,
          pad,
          regels.path("patternErrorMessage").asText("Dit heeft niet de vorm die hier nodig is."));
    }
    // A part of a version is kept to the letter: its fingerprint must be that of what was given.
    return c.path("properties").has("letterlijk") ? tekst : tekst.strip();
  }

  /** Control characters, and halves of a character that no database can hold. */
  private static boolean onleesbaar(int teken) {
    return (Character.isISOControl(teken) && teken != '\n' && teken != '\r' && teken != '\t')
        || (teken >= Character.MIN_SURROGATE && teken <= Character.MAX_SURROGATE);
  }

  private static Object getal(JsonNode regels, Object waarde, String pad, List<Fout> fouten) {
    if (waarde.toString().length() > 20) {
      return fout(fouten, pad, "Dit getal kan niet.");
    }
    int getal;
    try {
      getal = new java.math.BigDecimal(waarde.toString()).intValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      return fout(fouten, pad, "Dit is geen heel getal.");
    }
    if (getal < regels.path("min").asInt(0) || getal > regels.path("max").asInt(1_000_000)) {
      return fout(fouten, pad, "Dit getal kan niet.");
    }
    return getal;
  }

  private static Object datum(Object waarde, String pad, List<Fout> fouten) {
    try {
      LocalDate dag = LocalDate.parse(waarde.toString());
      if (dag.getYear() < 1900 || dag.getYear() > 2200) {
        return fout(fouten, pad, "Dit jaar kan niet.");
      }
      return dag.toString();
    } catch (DateTimeParseException e) {
      return fout(fouten, pad, "Dit is geen datum.");
    }
  }

  private static Object keuze(
      JsonNode c, Object waarde, Keuzes keuzes, String pad, List<Fout> fouten) {
    boolean bestaat =
        c.has("valuesKey")
            ? waarde instanceof String tekst
                && keuzes.bestaat(c.path("valuesKey").asText(), tekst)
            : StreamSupport.stream(c.path("values").spliterator(), false)
                .anyMatch(k -> k.path("value").asText().equals(waarde));
    return bestaat ? waarde : fout(fouten, pad, "'" + kort(waarde.toString()) + "' is hier geen keuze.");
  }
}
