package nl.besluitroute.proces.route;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML of unknown origin: no DTD, no entities beyond XML's own five, no processing
 * instructions, and within the limits of the allow-list. Streams, so that a limit is met before
 * memory is.
 */
final class Xmllezer {

  /** Why a file could not be read; the message is a Dutch sentence. */
  static final class Onleesbaar extends Exception {
    private static final long serialVersionUID = 1L;

    Onleesbaar(String zin) {
      super(zin);
    }
  }

  private static final String GEEN_UTF_8 =
      "Het bestand is niet opgeslagen in UTF-8. Sla de tekening opnieuw op in Camunda Modeler.";

  private final Toelatingslijst lijst;
  private final Map<String, String> voorvoegsels = new HashMap<>();

  Xmllezer(Toelatingslijst lijst) {
    this.lijst = lijst;
    lijst.naamruimten().forEach((voorvoegsel, uri) -> voorvoegsels.put(uri, voorvoegsel));
  }

  Knoop lees(byte[] bytes) throws Onleesbaar {
    if (bytes.length > lijst.grenzen().bytes()) {
      throw new Onleesbaar(
          "Het bestand is groter dan 1 MB; een route is een tekening zonder bijlagen.");
    }
    String xmltekst = tekst(bytes);
    // The platform's own reader, whatever else is on the class path.
    XMLInputFactory fabriek = XMLInputFactory.newDefaultFactory();
    fabriek.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    fabriek.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    fabriek.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("external entity");
        });
    try {
      XMLStreamReader xml = fabriek.createXMLStreamReader(new StringReader(xmltekst));
      try {
        eisVorm(xml);
        return lees(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | RuntimeException e) {
      throw new Onleesbaar(
          "Het bestand is geen leesbare BPMN: de XML is niet goed gevormd of verwijst naar iets"
              + " daarbuiten. Sla de tekening opnieuw op in Camunda Modeler.");
    }
  }

  /**
   * The engine reads the same bytes after this, so that there is one way to read them: UTF-8. What
   * another encoding would make of them is not judged but refused.
   */
  private static String tekst(byte[] bytes) throws Onleesbaar {
    try {
      String tekst = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return tekst.startsWith("\uFEFF") ? tekst.substring(1) : tekst;
    } catch (CharacterCodingException e) {
      throw new Onleesbaar(GEEN_UTF_8);
    }
  }

  private static void eisVorm(XMLStreamReader xml) throws Onleesbaar {
    String codering = xml.getCharacterEncodingScheme();
    if (codering != null && !codering.equalsIgnoreCase("UTF-8")) {
      throw new Onleesbaar(GEEN_UTF_8);
    }
    if (xml.getVersion() != null && !xml.getVersion().equals("1.0")) {
      throw new Onleesbaar("Het bestand is geen XML 1.0. Sla de tekening opnieuw op in Camunda Modeler.");
    }
  }

  private Knoop lees(XMLStreamReader xml) throws XMLStreamException, Onleesbaar {
    Deque<Knoop> open = new ArrayDeque<>();
    Deque<StringBuilder> teksten = new ArrayDeque<>();
    Knoop wortel = null;
    int aantal = 0;
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++aantal > lijst.grenzen().elementen()) {
            throw new Onleesbaar(
                "Het bestand heeft meer dan "
                    + lijst.grenzen().elementen()
                    + " elementen; teken een kortere route.");
          }
          if (open.size() >= lijst.grenzen().diepte()) {
            throw new Onleesbaar("De elementen in het bestand zijn te diep genest.");
          }
          open.push(new Knoop(naam(xml.getNamespaceURI(), xml.getLocalName()), attributen(xml),
              new ArrayList<>(), ""));
          teksten.push(new StringBuilder());
        }
        case XMLStreamConstants.CHARACTERS,
            XMLStreamConstants.CDATA,
            XMLStreamConstants.SPACE -> {
          if (!teksten.isEmpty()) {
            teksten.peek().append(xml.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          Knoop af = open.pop();
          String tekst = teksten.pop().toString();
          Knoop knoop =
              new Knoop(af.soort(), af.attributen(), List.copyOf(af.kinderen()), tekst.trim());
          if (open.isEmpty()) {
            wortel = knoop;
          } else {
            open.peek().kinderen().add(knoop);
          }
        }
        case XMLStreamConstants.DTD,
            XMLStreamConstants.ENTITY_REFERENCE,
            XMLStreamConstants.ENTITY_DECLARATION,
            XMLStreamConstants.NOTATION_DECLARATION ->
            throw new Onleesbaar(
                "Het bestand bevat een DOCTYPE of entiteiten; haal die weg.");
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            throw new Onleesbaar("Het bestand bevat een verwerkingsopdracht (<?…?>); haal die weg.");
        default -> {
          // Comments and the document's own start and end say nothing.
        }
      }
    }
    return wortel;
  }

  private Map<String, String> attributen(XMLStreamReader xml) {
    Map<String, String> attributen = new LinkedHashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String uri = xml.getAttributeNamespace(i);
      String naam = xml.getAttributeLocalName(i);
      attributen.put(
          uri == null || uri.isEmpty() ? naam : naam(uri, naam), xml.getAttributeValue(i));
    }
    return attributen;
  }

  private String naam(String uri, String lokaal) {
    String voorvoegsel = voorvoegsels.get(uri == null ? "" : uri);
    return voorvoegsel != null ? voorvoegsel + ":" + lokaal : "{" + uri + "}" + lokaal;
  }
}
