package nl.besluitroute.signalering;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.BijWerk;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.BijVerzetten;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the signals of a fact in its transaction: they commit together or not at all. Who did it
 * himself is not told.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Signaalschrijver implements BijWerk, BijVerzetten {

  /** A change of a day that is further away than the longest usual term can wait for the overview. */
  static final int DRINGEND_BINNEN = 15;

  static final DateTimeFormatter DAG =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.forLanguageTag("nl-NL"));

  private final EntityManager em;
  private final Ontvangers ontvangers;
  private final Visies visies;
  private final Vergaderschema schema;
  private final Werkdagen werkdagen;
  private final Klok klok;

  Signaalschrijver(
      EntityManager em,
      Ontvangers ontvangers,
      Visies visies,
      Vergaderschema schema,
      Werkdagen werkdagen,
      Klok klok) {
    this.em = em;
    this.ontvangers = ontvangers;
    this.visies = visies;
    this.schema = schema;
    this.werkdagen = werkdagen;
    this.klok = klok;
  }

  /** Only a municipality hears that it is its turn: who works for the region brought it about. */
  @Override
  public void klaargezet(AgendaTaak taak) {
    if (taak.gemeente().isPresent()) {
      schrijf(vanWerk(Signaalsoort.NIEUW_WERK, taak), ontvangers.gemeente(plek(taak)), null);
    }
  }

  @Override
  public void bewaakt(AgendaTaak taak) {
    Signaalsoort soort =
        switch (taak.wacht()) {
          case TE_LAAT -> Signaalsoort.TE_LAAT;
          case HERINNERD -> Signaalsoort.HERINNERING;
          case LOOPT, ZONDER_TERMIJN, OPGESCHORT -> null;
        };
    if (soort == null) {
      return;
    }
    Plek plek = plek(taak);
    Optional<String> doet = taak.toegewezen().filter(wie -> ontvangers.doet(wie, plek));
    schrijf(
        vanWerk(soort, taak),
        doet.map(wie -> List.of(Ontvanger.account(wie))).orElseGet(() -> ontvangers.van(plek)),
        null);
  }

  @Override
  public void toegewezen(AgendaTaak taak, String aan, Gebruiker door) {
    schrijf(vanWerk(Signaalsoort.TOEGEWEZEN, taak), List.of(Ontvanger.account(aan)), door);
  }

  @Override
  public void verzet(
      Stap stap,
      Optional<GeschrevenDatum> was,
      Optional<UUID> stond,
      Door door,
      String reden,
      Gebruiker wie) {
    Optional<GeschrevenDatum> wordt = stap.gepland().filter(GeschrevenDatum::isBekend);
    Signaalsoort soort = soort(stap, stond, door);
    if (soort == Signaalsoort.DATUM_GEWIJZIGD && tekst(was).equals(tekst(wordt))) {
      return;
    }
    boolean vergadering =
        soort == Signaalsoort.VERGADERING_VERPLAATST || soort == Signaalsoort.VERGADERING_VERVALLEN;
    schrijf(
        new Signaal.Feit(
            soort,
            vergadering && spoedig(was, wordt),
            stap.visie(),
            stap.id(),
            null,
            stap.naam(),
            null,
            tekst(was),
            stap.vergadering()
                .flatMap(schema::zoek)
                .map(v -> v.moment().toString())
                .orElseGet(() -> tekst(wordt)),
            reden),
        ontvangers.van(stap.plek(visies.visie(stap.visie()).regios())),
        wie);
  }

  /** What happened to its meeting follows from the meeting on which it stood. */
  private Signaalsoort soort(Stap stap, Optional<UUID> stond, Door door) {
    if (door == Door.AANGEHOUDEN) {
      return Signaalsoort.AANGEHOUDEN;
    }
    if (stond.isPresent() && stond.equals(stap.vergadering())) {
      return Signaalsoort.VERGADERING_VERPLAATST;
    }
    return stond.flatMap(schema::zoek).filter(v -> !v.isGepland()).isPresent()
        ? Signaalsoort.VERGADERING_VERVALLEN
        : Signaalsoort.DATUM_GEWIJZIGD;
  }

  private boolean spoedig(Optional<GeschrevenDatum> was, Optional<GeschrevenDatum> wordt) {
    LocalDate grens = werkdagen.plus(klok.vandaag(), DRINGEND_BINNEN);
    return Stream.of(was, wordt)
        .flatMap(Optional::stream)
        .filter(GeschrevenDatum::isBekend)
        .anyMatch(d -> !d.eerste().isAfter(grens));
  }

  private static String tekst(Optional<GeschrevenDatum> datum) {
    return datum
        .filter(GeschrevenDatum::isBekend)
        .map(d -> d.precies().map(DAG::format).orElseGet(d::tekst))
        .orElse("");
  }

  private static Signaal.Feit vanWerk(Signaalsoort soort, AgendaTaak taak) {
    return new Signaal.Feit(
        soort,
        soort == Signaalsoort.TE_LAAT,
        taak.visie(),
        taak.stap(),
        taak.taak(),
        taak.naam(),
        taak.uiterlijk().orElse(null),
        null,
        null,
        null);
  }

  private Plek plek(AgendaTaak taak) {
    return visies.stap(taak.stap()).plek(visies.visie(taak.visie()).regios());
  }

  /** A body's contact has no overview: he is told only what cannot wait. */
  private void schrijf(Signaal.Feit feit, List<Ontvanger> aan, Gebruiker door) {
    aan.stream()
        .filter(o -> door == null || !door.naam().equals(o.account()))
        .filter(o -> feit.dringend() || o.account() != null)
        .forEach(o -> em.persist(new Signaal(feit, o, klok.instant())));
  }
}
