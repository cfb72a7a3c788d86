package nl.besluitroute.proces;

import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;

/**
 * Who is completing work on this thread. Work is completed through the one write path alone: without
 * an open order the engine refuses, whoever asks (Tasklist, Cockpit, another API).
 */
final class Opdracht implements AutoCloseable {
  private static final ThreadLocal<Gebruiker> HUIDIG = new ThreadLocal<>();

  private Opdracht() {}

  static Opdracht van(Gebruiker wie) {
    if (HUIDIG.get() != null) {
      throw new IllegalStateException("An order is already open on this thread");
    }
    HUIDIG.set(wie);
    return new Opdracht();
  }

  /** @throws GeenToegang outside the one write path */
  static Gebruiker gebruiker() {
    Gebruiker wie = HUIDIG.get();
    if (wie == null) {
      throw new GeenToegang("Taken worden alleen op de pagina's van Besluitroute afgerond.");
    }
    return wie;
  }

  @Override
  public void close() {
    HUIDIG.remove();
  }
}
