package nl.besluitroute.signalering;

/**
 * Who is told.
 *
 * @param account name of an account; null for a body
 * @param orgaan id of a body that has no accounts, told at its contact's address; else null
 */
record Ontvanger(String account, String orgaan) {

  static Ontvanger account(String naam) {
    return new Ontvanger(naam, null);
  }

  static Ontvanger orgaan(String id) {
    return new Ontvanger(null, id);
  }
}
