package nl.besluitroute.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.serialization.JsonNodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import org.springframework.stereotype.Component;

/**
 * Reads scenario files and checks them wholly before anything happens: size, JSON, schema, order of
 * events, who takes part. Safe for use by several threads.
 */
@Component
public final class ScenarioLezer {

  /** The largest file, in bytes. */
  public static final int MAXIMUM_BYTES = 10 * 1024 * 1024;

  /** The most events in a file. */
  public static final int MAXIMUM_GEBEURTENISSEN = 10_000;

  /** Class path location of the JSON Schema that files are held against. */
  public static final String SCHEMA = "scenario/scenario-1.schema.json";

  private static final int MAXIMUM_ONDERDELEN = 600_000;
  private static final int MAXIMUM_DIEPTE = 20;
  private static final int MAXIMUM_CIJFERS = 9;
  private static final String GRENZEN =
      "een scenario is hooguit 10 MB en 10.000 gebeurtenissen groot";

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAXIMUM_DIEPTE)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final Clock klok;
  private final Werkdagen werkdagen;
  private final JsonSchema schema = schema();
  private final JsonNodeReader bomen = JsonNodeReader.builder().locationAware().build();

  /** A reader for whom 'vandaag' is the clock's present day and working days are those given. */
  public ScenarioLezer(Clock klok, Werkdagen werkdagen) {
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  /**
   * Reads a file; a BPMN file that it names lies in the same directory.
   *
   * @throws ScenarioOnleesbaar when it cannot be read, is too large or breaks a rule, with every
   *     fault found
   */
  public Scenario lees(Path bestand) {
    if (Files.isDirectory(bestand)) {
      throw new ScenarioOnleesbaar(1, 1, "Dit is een map, geen scenariobestand");
    }
    if (!Files.exists(bestand)) {
      throw new ScenarioOnleesbaar(1, 1, "Het bestand bestaat niet");
    }
    try (InputStream stroom = Files.newInputStream(bestand)) {
      return lees(stroom, Optional.of(bestand.toAbsolutePath().getParent()));
    } catch (IOException e) {
      throw new ScenarioOnleesbaar(1, 1, "Het bestand is niet te lezen");
    }
  }

  /**
   * Reads a scenario that is no file, such as one in the jar; it cannot name a BPMN file.
   *
   * @throws ScenarioOnleesbaar as {@link #lees(Path)}
   */
  public Scenario lees(InputStream stroom) {
    try {
      return lees(stroom, Optional.empty());
    } catch (IOException e) {
      throw new ScenarioOnleesbaar(1, 1, "Het scenario is niet te lezen");
    }
  }

  private Scenario lees(InputStream stroom, Optional<Path> map) throws IOException {
    byte[] bytes = stroom.readNBytes(MAXIMUM_BYTES + 1);
    if (bytes.length > MAXIMUM_BYTES) {
      throw new ScenarioOnleesbaar(1, 1, "Het bestand is groter dan 10 MB; " + GRENZEN);
    }
    String tekst = tekst(bytes);
    doorloop(tekst);
    JsonNode boom = bomen.readTree(tekst, InputFormat.JSON);
    SchemaFouten.eisGeen(schema.validate(boom));
    LocalDate vandaag = LocalDate.now(klok.withZone(Klok.ZONE));
    return new ScenarioBouwer(boom, vandaag, werkdagen, map).bouw();
  }

  private static String tekst(byte[] bytes) {
    try {
      String tekst = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return tekst.startsWith("\uFEFF") ? tekst.substring(1) : tekst;
    } catch (CharacterCodingException e) {
      throw new ScenarioOnleesbaar(1, 1, "Het bestand is geen tekst in UTF-8");
    }
  }

  /**
   * Goes through the file without keeping it, so that no huge tree is built of a file that fails.
   */
  private static void doorloop(String tekst) throws IOException {
    try (JsonParser parser = JSON.createParser(tekst)) {
      int onderdelen = 0;
      int gebeurtenissen = 0;
      int diepte = 0;
      boolean inGebeurtenissen = false;
      if (parser.nextToken() == null) {
        throw new ScenarioOnleesbaar(1, 1, "Het bestand is leeg");
      }
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw fout(parser.currentTokenLocation(), "Een scenario begint met {");
      }
      for (JsonToken token = parser.currentToken(); token != null; token = parser.nextToken()) {
        if (++onderdelen > MAXIMUM_ONDERDELEN) {
          throw fout(
              parser.currentTokenLocation(), "Het bestand heeft te veel gegevens; " + GRENZEN);
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT
            || token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() > MAXIMUM_CIJFERS) {
          throw fout(
              parser.currentTokenLocation(),
              "Een getal is hier een geheel getal van hooguit " + MAXIMUM_CIJFERS + " cijfers");
        }
        // At depth 2 within 'gebeurtenissen' an element of that list begins.
        if (inGebeurtenissen
            && diepte == 2
            && token != JsonToken.END_ARRAY
            && ++gebeurtenissen > MAXIMUM_GEBEURTENISSEN) {
          throw fout(
              parser.currentTokenLocation(),
              "Het bestand heeft te veel gebeurtenissen; " + GRENZEN);
        }
        if (token.isStructStart()) {
          diepte++;
        } else if (token.isStructEnd()) {
          diepte--;
        }
        if (diepte == 1) {
          inGebeurtenissen =
              token == JsonToken.FIELD_NAME && parser.currentName().equals("gebeurtenissen");
        }
        if (diepte == 0 && parser.nextToken() != null) {
          throw fout(parser.currentTokenLocation(), "Na het scenario staat nog iets");
        }
        if (diepte == 0) {
          break;
        }
      }
    } catch (JsonProcessingException e) {
      throw fout(e.getLocation(), zin(e));
    }
  }

  private static String zin(JsonProcessingException fout) {
    String oorzaak = fout.getOriginalMessage() == null ? "" : fout.getOriginalMessage();
    if (fout instanceof StreamConstraintsException) {
      return oorzaak.contains("nesting")
          ? "Het bestand is dieper genest dan " + MAXIMUM_DIEPTE + " niveaus"
          : "De naam van een veld of een getal is te lang";
    }
    if (fout instanceof JsonEOFException || oorzaak.contains("end-of-input")) {
      return "Het bestand houdt op voordat het scenario af is";
    }
    if (oorzaak.startsWith("Duplicate field '")) {
      String naam = oorzaak.substring("Duplicate field '".length()).replaceFirst("'.*", "");
      return "Het veld '" + naam + "' staat er twee keer";
    }
    return "Hier is het bestand geen geldige JSON";
  }

  private static ScenarioOnleesbaar fout(JsonLocation waar, String zin) {
    return waar == null
        ? new ScenarioOnleesbaar(1, 1, zin)
        : new ScenarioOnleesbaar(
            Math.max(1, waar.getLineNr()), Math.max(1, waar.getColumnNr()), zin);
  }

  private static JsonSchema schema() {
    try (InputStream stroom = ScenarioLezer.class.getClassLoader().getResourceAsStream(SCHEMA)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(stroom);
    } catch (IOException e) {
      throw new UncheckedIOException("Het schema " + SCHEMA + " is niet te lezen", e);
    }
  }
}
