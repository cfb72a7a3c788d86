package nl.besluitroute.proces;

/** Names of process variables and messages. Variables are keys and gateway facts, nothing else. */
final class Sleutels {
  static final String VISIE = "visie";
  static final String STAP = "stap";
  static final String BLOKSTAP = "blokstap";
  static final String GEMEENTE = "gemeente";
  static final String GEMEENTEN = "gemeenten";
  static final String RONDE = "ronde";
  static final String WIE_BESLUIT = "wieBesluit";
  static final String VERVOLG = "vervolg";
  static final String CONCLUSIE = "conclusie";
  static final String MEER = "meer";
  static final String STAND = "stand";
  static final String TAAK = "taak";
  static final String TERMIJN = "termijn";
  static final String HERINNER_OP = "herinnerOp";
  static final String VERLOOPT_OP = "verlooptOp";

  static final String TERMIJN_GEWIJZIGD = "termijnGewijzigd";
  static final String GEMEENTE_VERTROKKEN = "gemeenteVertrokken-";
  static final String GEMEENTE_TOEGETREDEN = "gemeenteToegetreden";
  static final String OPNIEUW_BESLUITEN = "opnieuwBesluiten";

  private Sleutels() {}
}
