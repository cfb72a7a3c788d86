package nl.besluitroute.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.serialization.node.JsonLocationAware;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.scenario.ScenarioOnleesbaar.Fout;

/** Says in Dutch, with line and column, what the schema has against a file. */
final class SchemaFouten {

  static final int HOOGSTE_AANTAL = 50;

  /** What a value of a named definition of the schema looks like. */
  private static final Map<String, String> VORMEN =
      Map.of(
          "isodag", "een dag zoals 2021-08-23",
          "dag", "een dag zoals 2021-08-23, vandaag, vandaag-14d of vandaag+10wd",
          "moment", "een moment zoals 2021-08-23, 2021-08-23T10:00 of vandaag-14d",
          "gemeente", "een gemeentecode zoals GM0376",
          "regiocode", "een regiocode zoals JZ16",
          "regio", "een regiocode zoals JZ16",
          "id", "een kenmerk van kleine letters, cijfers en streepjes",
          "stap", "het kenmerk van een stap in de route",
          "versienummer", "een versienummer zoals 1.2");

  private static final Map<String, String> SOORTEN =
      Map.of(
          "string", "tekst",
          "integer", "een geheel getal",
          "number", "een getal",
          "boolean", "true of false",
          "array", "een lijst",
          "object", "een groep velden",
          "null", "leeg (null)");

  private SchemaFouten() {}

  static void eisGeen(Collection<ValidationMessage> meldingen) {
    if (meldingen.isEmpty()) {
      return;
    }
    Set<Fout> fouten = new LinkedHashSet<>();
    for (ValidationMessage melding : meldingen) {
      fouten.add(fout(melding));
    }
    throw new ScenarioOnleesbaar(beperk(new ArrayList<>(fouten)));
  }

  /** The faults in the order of the file, and no more than somebody reads. */
  static List<Fout> beperk(List<Fout> fouten) {
    fouten.sort(
        Comparator.comparingInt(Fout::regel)
            .thenComparingInt(Fout::kolom)
            .thenComparing(Fout::zin));
    if (fouten.size() <= HOOGSTE_AANTAL) {
      return fouten;
    }
    List<Fout> begin = new ArrayList<>(fouten.subList(0, HOOGSTE_AANTAL));
    Fout eerste = fouten.get(HOOGSTE_AANTAL);
    begin.add(
        new Fout(
            eerste.regel(),
            eerste.kolom(),
            "Vanaf hier nog " + (fouten.size() - HOOGSTE_AANTAL) + " fouten"));
    return begin;
  }

  static Fout fout(JsonNode waar, String zin) {
    if (waar instanceof JsonLocationAware plaatsbaar && plaatsbaar.tokenLocation() != null) {
      JsonLocation plaats = plaatsbaar.tokenLocation();
      return new Fout(Math.max(1, plaats.getLineNr()), Math.max(1, plaats.getColumnNr()), zin);
    }
    return new Fout(1, 1, zin);
  }

  private static Fout fout(ValidationMessage melding) {
    JsonNode waar = melding.getInstanceNode();
    String naam = melding.getProperty();
    String pad = pad(melding);
    String veld = pad.isEmpty() ? "Het scenario" : "'" + pad + "'";
    Object[] gegevens = melding.getArguments();
    String eerste = gegevens != null && gegevens.length > 0 ? String.valueOf(gegevens[0]) : "";
    return switch (melding.getType()) {
      case "additionalProperties", "unevaluatedProperties" ->
          fout(
              waar != null && waar.has(naam) ? waar.get(naam) : waar,
              "Het veld '" + kort(naam) + "' is hier onbekend");
      case "required" -> fout(waar, veld + " mist het veld '" + naam + "'");
      case "type" ->
          fout(waar, veld + " is " + soort(waar) + ", maar hoort " + soorten(melding) + " te zijn");
      case "enum" ->
          fout(waar, veld + " is '" + waarde(waar) + "'; dat kan alleen zijn: " + keuzes(melding));
      case "const" -> fout(waar, veld + " hoort " + eerste + " te zijn");
      case "pattern" -> fout(waar, veld + " is '" + waarde(waar) + "', geen " + vorm(melding));
      case "maxLength" -> fout(waar, veld + " is langer dan " + eerste + " tekens");
      case "minLength" -> fout(waar, veld + " is leeg");
      case "maxItems" -> fout(waar, veld + " heeft meer dan " + eerste + " onderdelen");
      case "minItems" -> fout(waar, veld + " heeft minder dan " + eerste + " onderdelen");
      case "uniqueItems" -> fout(waar, veld + " noemt iets twee keer");
      case "minimum" -> fout(waar, veld + " is kleiner dan " + eerste);
      case "maximum" -> fout(waar, veld + " is groter dan " + eerste);
      case "minProperties" -> fout(waar, veld + " zegt niet wat er wordt verwacht");
      case "false" -> fout(waar, veld + " hoort hier niet");
      default -> fout(waar, veld + " klopt niet (" + melding.getType() + ")");
    };
  }

  private static String vorm(ValidationMessage melding) {
    String schemaplaats = String.valueOf(melding.getSchemaLocation().getFragment());
    String[] delen = schemaplaats.split("/");
    String definitie = delen.length > 3 && delen[1].equals("$defs") ? delen[2] : "";
    if (delen.length == 4 && VORMEN.containsKey(definitie)) {
      return VORMEN.get(definitie).replaceFirst("^een ", "");
    }
    if (schemaplaats.endsWith("/kenmerk/pattern")) {
      return "SHA-256 in 64 kleine hexadecimale tekens";
    }
    if (schemaplaats.endsWith("/bestand/pattern")) {
      return "naam van een .bpmn-bestand naast het scenario";
    }
    if (schemaplaats.endsWith("/regio/pattern")) {
      return "regiocode zoals JZ16";
    }
    return "geldige waarde";
  }

  private static String keuzes(ValidationMessage melding) {
    JsonNode keuzes = melding.getSchemaNode();
    List<String> namen = new ArrayList<>();
    JsonNode lijst = keuzes != null && keuzes.isObject() ? keuzes.path("enum") : keuzes;
    if (lijst != null) {
      lijst.forEach(keuze -> namen.add(keuze.asText()));
    }
    return String.join(", ", namen);
  }

  private static String soorten(ValidationMessage melding) {
    JsonNode soort = melding.getSchemaNode();
    JsonNode lijst = soort != null && soort.isObject() ? soort.path("type") : soort;
    if (lijst == null) {
      return "iets anders";
    }
    if (lijst.isTextual()) {
      return SOORTEN.getOrDefault(lijst.asText(), lijst.asText());
    }
    List<String> namen = new ArrayList<>();
    lijst.forEach(naam -> namen.add(SOORTEN.getOrDefault(naam.asText(), naam.asText())));
    return namen.stream().collect(Collectors.joining(" of "));
  }

  private static String soort(JsonNode waar) {
    if (waar == null) {
      return "er niet";
    }
    return switch (waar.getNodeType()) {
      case STRING -> "tekst";
      case NUMBER -> "een getal";
      case BOOLEAN -> "true of false";
      case ARRAY -> "een lijst";
      case OBJECT -> "een groep velden";
      default -> "leeg (null)";
    };
  }

  private static String pad(ValidationMessage melding) {
    return melding
        .getInstanceLocation()
        .toString()
        .replaceFirst("^(/|\\$\\.?)", "")
        .replace('/', '.');
  }

  private static String waarde(JsonNode waar) {
    return waar == null ? "" : kort(waar.isValueNode() ? waar.asText() : soort(waar));
  }

  /** A value in a sentence: one line, not longer than reads well. */
  static String kort(String tekst) {
    String kaal = tekst == null ? "" : tekst.replaceAll("\\p{Cntrl}", " ");
    return kaal.codePointCount(0, kaal.length()) <= 60
        ? kaal
        : kaal.substring(0, kaal.offsetByCodePoints(0, 57)) + "...";
  }
}
