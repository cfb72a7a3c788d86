package nl.besluitroute.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.visie.Routewijziging;

/**
 * Something that happened in a scenario. Who mirrors a form gives {@code invoer()}: the form's data
 * by its keys. There a date field is a LocalDate, a date as written a {@link GeschrevenDatum}
 * (whose meaning may differ from what its text alone would give), a list a list of maps; what is
 * absent is left out.
 */
public sealed interface Gebeurtenis {

  /** When, by whom, and where in the file. */
  Kop kop();

  /** The name of this kind of event in the file. */
  default String soort() {
    return getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  /**
   * What every event has.
   *
   * @param door account or function of who does it
   */
  record Kop(Instant op, String door, Scenario.Plaats plaats) {}

  record Participatie(
      Kop kop,
      String stap,
      String groep,
      GeschrevenDatum datum,
      Optional<Integer> deelnemers,
      Optional<String> uitkomst,
      Optional<String> verwerking,
      boolean meer)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("groep", groep)
          .en("datum", datum)
          .en("deelnemers", deelnemers)
          .en("uitkomst", uitkomst)
          .en("verwerking", verwerking)
          .en("meer", meer ? "ja" : "nee")
          .velden();
    }
  }

  record Versie(
      Kop kop,
      String stap,
      String nummer,
      LocalDate datum,
      Optional<String> toelichting,
      List<Onderdeel> onderdelen)
      implements Gebeurtenis {

    public Versie {
      onderdelen = List.copyOf(onderdelen);
    }

    public Map<String, Object> invoer() {
      List<Map<String, Object>> delen = new ArrayList<>();
      for (Onderdeel deel : onderdelen) {
        delen.add(
            Invoer.met("naam", deel.naam())
                .en("kenmerk", deel.kenmerk())
                .en("tekst", deel.tekst())
                .velden());
      }
      return Invoer.met("nummer", nummer)
          .en("datum", datum)
          .en("toelichting", toelichting)
          .en("onderdelen", delen)
          .velden();
    }
  }

  /** A part of the common text; kenmerk is its SHA-256 in lower case hexadecimal. */
  record Onderdeel(String naam, Optional<String> kenmerk, Optional<String> tekst) {}

  record Verzending(
      Kop kop,
      String stap,
      Optional<String> orgaan,
      String versie,
      LocalDate verzondenOp,
      Optional<String> toelichting)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("versie", versie)
          .en("verzonden_op", verzondenOp)
          .en("toelichting", toelichting)
          .velden();
    }
  }

  record Behandeling(
      Kop kop,
      String stap,
      Optional<String> orgaan,
      LocalDate datum,
      String versie,
      String conclusie,
      Optional<String> reden,
      Optional<String> vervolg,
      Optional<GeschrevenDatum> volgendeDatum,
      List<Voorbehoud> voorbehouden,
      List<Opmerking> opmerkingen)
      implements Gebeurtenis {

    public Behandeling {
      voorbehouden = List.copyOf(voorbehouden);
      opmerkingen = List.copyOf(opmerkingen);
    }

    public Map<String, Object> invoer() {
      List<Map<String, Object>> perGemeente = new ArrayList<>();
      for (Voorbehoud voorbehoud : voorbehouden) {
        perGemeente.add(
            Invoer.met("gemeente", voorbehoud.gemeente()).en("tekst", voorbehoud.tekst()).velden());
      }
      List<Map<String, Object>> teksten = new ArrayList<>();
      for (Opmerking opmerking : opmerkingen) {
        teksten.add(
            Invoer.met("tekst", opmerking.tekst()).en("eigenaar", opmerking.eigenaar()).velden());
      }
      return Invoer.met("datum", datum)
          .en("versie", versie)
          .en("conclusie", conclusie)
          .en("reden", reden)
          .en("vervolg", vervolg)
          .en("volgende_datum", volgendeDatum)
          .en("voorbehouden", perGemeente)
          .en("opmerkingen", teksten)
          .velden();
    }
  }

  record Voorbehoud(String gemeente, String tekst) {}

  record Opmerking(String tekst, Optional<String> eigenaar) {}

  /**
   * The answer to an opmerking.
   *
   * @param opmerking number within its step, from 1
   * @param tekst the note that Behandeling shows between parentheses
   */
  record Antwoord(
      Kop kop,
      String stap,
      Optional<String> orgaan,
      int opmerking,
      String antwoord,
      Optional<String> versie,
      Optional<String> plaats,
      Optional<String> tekst,
      Optional<String> motivering)
      implements Gebeurtenis {}

  record Besluit(
      Kop kop,
      Optional<String> stap,
      Optional<Integer> ronde,
      String gemeente,
      String orgaansoort,
      LocalDate datum,
      String uitkomst,
      Optional<String> versie,
      Optional<String> dictum,
      Optional<String> nummer,
      Optional<String> amendement,
      Optional<String> bron,
      Optional<GeschrevenDatum> volgendeDatum)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("datum", datum)
          .en("uitkomst", uitkomst)
          .en("versie", versie)
          .en("dictum", dictum)
          .en("nummer", nummer)
          .en("amendement", amendement)
          .en("bron", bron)
          .en("volgende_datum", volgendeDatum)
          .velden();
    }
  }

  record Informeren(
      Kop kop,
      Optional<String> stap,
      String gemeente,
      LocalDate datum,
      Optional<String> kenmerk,
      Optional<String> toelichting,
      Optional<String> bron)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("datum", datum)
          .en("kenmerk", kenmerk)
          .en("toelichting", toelichting)
          .en("bron", bron)
          .velden();
    }
  }

  record Afsluiten(Kop kop, Optional<String> stap, Optional<String> toelichting)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("bevestiging", true).en("toelichting", toelichting).velden();
    }
  }

  record Advies(
      Kop kop, Optional<String> stap, LocalDate datum, String advies, Optional<String> toelichting)
      implements Gebeurtenis {

    public Map<String, Object> invoer() {
      return Invoer.met("datum", datum)
          .en("advies", advies)
          .en("toelichting", toelichting)
          .velden();
    }
  }

  record Duiding(
      Kop kop,
      String gemeente,
      Optional<String> orgaansoort,
      String klasse,
      boolean eensluidend,
      String reden)
      implements Gebeurtenis {}

  record Datum(
      Kop kop,
      String stap,
      Optional<String> gemeente,
      Optional<String> orgaansoort,
      GeschrevenDatum datum,
      String reden)
      implements Gebeurtenis {}

  record Vertrek(Kop kop, String gemeente, String reden) implements Gebeurtenis {}

  record Toetreding(Kop kop, String gemeente, String reden) implements Gebeurtenis {}

  /** A change of the route on the way. */
  record RouteGewijzigd(Kop kop, Routewijziging wijziging, String reden) implements Gebeurtenis {
    @Override
    public String soort() {
      return "route_gewijzigd";
    }
  }

  /**
   * What was recorded wrongly is put right: the latest besluit of a body of a municipality, else the
   * latest conclusion of a step.
   */
  record Correctie(
      Kop kop,
      Optional<String> stap,
      Optional<String> gemeente,
      Optional<String> orgaansoort,
      LocalDate datum,
      Optional<String> uitkomst,
      Optional<String> versie,
      Optional<String> dictum,
      Optional<String> nummer,
      Optional<String> amendement,
      Optional<String> bron,
      Optional<String> conclusie,
      Optional<String> tekst,
      String reden)
      implements Gebeurtenis {}

  record OpnieuwBesluiten(Kop kop, String gemeente, String reden) implements Gebeurtenis {
    @Override
    public String soort() {
      return "opnieuw_besluiten";
    }
  }

  /**
   * A meeting of a body is entered; with {@code naar} the one of that day moves, with {@code vervalt}
   * it is cancelled.
   */
  record Vergadering(
      Kop kop,
      String orgaan,
      LocalDate dag,
      Optional<LocalTime> aanvang,
      Optional<String> titel,
      Optional<LocalDate> naar,
      boolean vervalt,
      Optional<String> reden)
      implements Gebeurtenis {}

  /**
   * The term of a body or of a kind of body, exactly one of both.
   *
   * @param termijn empty to go back to that of the kind, or of the route
   */
  record TermijnGezet(
      Kop kop,
      Optional<String> orgaan,
      Optional<String> orgaansoort,
      String voor,
      Optional<Termijn> termijn)
      implements Gebeurtenis {

    @Override
    public String soort() {
      return "termijn";
    }
  }

  /** The stukken of an overleg come after their term. */
  record Nazenden(Kop kop, String stap, String instemming, String reden) implements Gebeurtenis {}

  /** An overleg treats a step in the next meeting for which its stukken can be in time. */
  record LatereVergadering(Kop kop, String stap, String reden) implements Gebeurtenis {

    @Override
    public String soort() {
      return "latere_vergadering";
    }
  }

  /** An overleg treats a step in writing. */
  record Schriftelijk(Kop kop, String stap, LocalDate reactiesTotEnMet, String reden)
      implements Gebeurtenis {}

  /** The day on which every municipality has decided at the latest; empty for none. */
  record Streefdatum(Kop kop, Optional<LocalDate> dag, Optional<String> reden)
      implements Gebeurtenis {}

  /** The steps get the dates that the plan gives them over the calendars. */
  record PlanOvernemen(Kop kop, String reden) implements Gebeurtenis {

    @Override
    public String soort() {
      return "plan_overnemen";
    }
  }

  /** A step is treated later, with all that waits for it. */
  record Uitstellen(Kop kop, String stap, LocalDate vanaf, String reden) implements Gebeurtenis {}

  /** The vision is suspended. */
  record Opschorten(Kop kop, String reden) implements Gebeurtenis {}

  /** A suspended vision is resumed. */
  record Hervatten(Kop kop, String reden) implements Gebeurtenis {}

  /** Collects form data and leaves out what is absent. */
  final class Invoer {
    private final Map<String, Object> velden = new LinkedHashMap<>();

    private Invoer() {}

    static Invoer met(String sleutel, Object waarde) {
      return new Invoer().en(sleutel, waarde);
    }

    Invoer en(String sleutel, Object waarde) {
      Object kaal = waarde instanceof Optional<?> misschien ? misschien.orElse(null) : waarde;
      if (kaal != null) {
        velden.put(sleutel, kaal);
      }
      return this;
    }

    Map<String, Object> velden() {
      return velden;
    }
  }
}
