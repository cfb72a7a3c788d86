package nl.besluitroute.planning;

import nl.besluitroute.kalender.Werkdagen;

/**
 * How long before a meeting its stukken are delivered at the latest. Counted backwards, so never
 * extended (Algemene termijnenwet, article 1, second paragraph). With 0 they may come on the day
 * itself.
 */
public record Aanlevertermijn(int aantal, Eenheid eenheid) {
  public static final Aanlevertermijn GEEN = werkdagen(0);

  public enum Eenheid {
    WERKDAGEN("werkdagen"),
    KALENDERDAGEN("dagen");

    private final String naam;

    Eenheid(String naam) {
      this.naam = naam;
    }

    public String naam() {
      return naam;
    }
  }

  public Aanlevertermijn {
    eis(aantal, "Een aanlevertermijn", eenheid.naam());
  }

  public static Aanlevertermijn werkdagen(int aantal) {
    return new Aanlevertermijn(aantal, Eenheid.WERKDAGEN);
  }

  public static Aanlevertermijn kalenderdagen(int aantal) {
    return new Aanlevertermijn(aantal, Eenheid.KALENDERDAGEN);
  }

  static void eis(int aantal, String wat, String eenheid) {
    if (aantal < 0 || aantal > Werkdagen.MAXIMUM) {
      throw new PlanopgaveGeweigerd(
          wat + " is 0 tot en met " + Werkdagen.MAXIMUM + " " + eenheid + ", geen " + aantal + ".");
    }
  }
}
