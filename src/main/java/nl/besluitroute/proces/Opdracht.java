package nl.besluitroute.proces;

import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;

/**
 * The work that is being completed on this thread: by whom, and with what was entered. Work is
 * completed through the one write path alone: without an open order the engine refuses, whoever asks
 * (Tasklist, Cockpit, another API).
 *
 * <p>What was entered travels here and not in a transient variable: the engine serializes transient
 * objects too, and what it never sees it cannot keep.
 */
final class Opdracht implements AutoCloseable {
  private static final ThreadLocal<Opdracht> HUIDIG = new ThreadLocal<>();

  private final Gebruiker wie;
  private final Invoer invoer;

  private Opdracht(Gebruiker wie, Invoer invoer) {
    this.wie = wie;
    this.invoer = invoer;
  }

  static Opdracht open(Gebruiker wie, Invoer invoer) {
    if (HUIDIG.get() != null) {
      throw new IllegalStateException("An order is already open on this thread");
    }
    Opdracht opdracht = new Opdracht(wie, invoer);
    HUIDIG.set(opdracht);
    return opdracht;
  }

  /** @throws GeenToegang outside the one write path */
  static Opdracht huidig() {
    Opdracht opdracht = HUIDIG.get();
    if (opdracht == null) {
      throw new GeenToegang("Taken worden alleen op de pagina's van Besluitroute afgerond.");
    }
    return opdracht;
  }

  Gebruiker wie() {
    return wie;
  }

  Invoer invoer() {
    return invoer;
  }

  @Override
  public void close() {
    HUIDIG.remove();
  }
}
