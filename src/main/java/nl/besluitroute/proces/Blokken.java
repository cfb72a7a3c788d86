package nl.besluitroute.proces;

import java.util.Set;

/** Our own models: a route is built from these and deployed together with them. */
final class Blokken {
  static final Set<String> PROCESSEN =
      Set.of(
          "blok_tekst",
          "blok_participatie",
          "blok_overleg",
          "blok_lokaal",
          "blok_gemeente",
          "blok_informeren",
          "blok_tweede_ronde",
          "termijnwacht");

  private Blokken() {}
}
