package nl.besluitroute.web;

import java.util.Optional;

/**
 * Puts an exception of the domain into words. Beans of this type are asked in order before the
 * exceptions of the framework are looked at; causes are offered too, the outermost first.
 */
interface Foutvertaling {

  /** Empty when this exception is not known here. */
  Optional<Fout> vertaal(Throwable oorzaak);
}
