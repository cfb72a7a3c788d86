package nl.besluitroute.vergaderschema;

import java.util.Optional;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;

/**
 * A term was set, or given back to the kind.
 *
 * @param orgaan id of the body; empty when it is the term of its whole kind
 * @param orgaansoort of the body, or of all bodies for which the term is
 * @param naam of the body or the kind, as it stands in a sentence
 */
public record TermijnVeranderd(
    Optional<String> orgaan, Orgaansoort orgaansoort, Termijnsoort termijn, String naam) {

  static TermijnVeranderd van(Orgaan orgaan, Termijnsoort termijn) {
    return new TermijnVeranderd(Optional.of(orgaan.id()), orgaan.soort(), termijn, orgaan.naam());
  }

  static TermijnVeranderd van(Orgaansoort soort, Termijnsoort termijn) {
    return new TermijnVeranderd(Optional.empty(), soort, termijn, "de soort " + soort.naam());
  }
}
