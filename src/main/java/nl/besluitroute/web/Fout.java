package nl.besluitroute.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A refusal as the reader gets it: on a page a clear sentence, to a script an RFC 9457 problem.
 *
 * @param titel a few words
 * @param zin what is wrong and what can be done
 * @param velden what is wrong with which field; empty when it is not about a form
 * @param verder where to go from here, or null
 */
record Fout(HttpStatus status, String titel, String zin, List<Veldfout> velden, Link verder) {

  /**
   * @param pad key of the field in the form, rows of a list by number from 0, as {@code
   *     opmerkingen[2].tekst}
   */
  record Veldfout(String pad, String melding) {}

  Fout {
    velden = List.copyOf(velden);
  }

  static Fout van(HttpStatus status, String titel, String zin) {
    return new Fout(status, titel, zin, List.of(), null);
  }

  /** The sentence for a status of which nothing more is known. */
  static Fout van(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED ->
          van(status, "U bent niet aangemeld", "Meld u aan en probeer het daarna opnieuw.");
      case FORBIDDEN ->
          van(
              status,
              "Dit mag u niet bekijken of doen",
              "Uw rol geeft hier geen recht op. Denkt u van wel, vraag het dan aan de beheerder.");
      case NOT_FOUND ->
          van(
              status,
              "Deze pagina bestaat niet",
              "Het adres klopt niet, of wat hier stond is er niet meer.");
      case METHOD_NOT_ALLOWED ->
          van(status, "Dit kan hier niet", "Deze pagina kent de gevraagde handeling niet.");
      case NOT_ACCEPTABLE ->
          van(status, "Niet in deze vorm", "In de gevraagde vorm is dit er niet.");
      case CONFLICT ->
          van(
              status,
              "Iemand anders was u voor",
              "Deze taak is intussen al afgerond. Er is niets dubbel vastgelegd.");
      case PRECONDITION_FAILED, PRECONDITION_REQUIRED ->
          van(
              status,
              "Niet opgeslagen",
              "Iemand anders kan dit intussen hebben gewijzigd. Er is niets opgeslagen.");
      case TOO_MANY_REQUESTS ->
          van(
              status,
              "Te vaak mislukt",
              "Het aanmelden mislukte te vaak. Wacht zo lang als de kop Retry-After zegt.");
      case LENGTH_REQUIRED ->
          van(
              status,
              "De lengte ontbreekt",
              "Er is niets opgeslagen: het verzoek zegt niet hoe lang het is.");
      case PAYLOAD_TOO_LARGE ->
          van(
              status,
              "Dit is te veel in één keer",
              "Er is niets opgeslagen: de invoer is groter dan 1 MB. Kort de tekst in of kies een kleiner bestand.");
      case UNSUPPORTED_MEDIA_TYPE ->
          van(status, "Deze vorm kennen wij niet", "Stuur de gegevens als JSON of formulier.");
      case SERVICE_UNAVAILABLE ->
          van(
              status,
              "Besluitroute is even niet bereikbaar",
              "Probeer het over enkele minuten opnieuw.");
      default ->
          status.is4xxClientError()
              ? van(
                  status,
                  "Dit verzoek kunnen wij niet lezen",
                  "Er is niets opgeslagen. Ga terug en probeer het opnieuw.")
              : van(
                  status,
                  "Er ging iets mis",
                  "Er is niets opgeslagen. Probeer het opnieuw; blijft het misgaan, geef dan het"
                      + " nummer hieronder door aan de beheerder.");
    };
  }

  Fout metZin(String andere) {
    return new Fout(status, titel, andere, velden, verder);
  }
}
