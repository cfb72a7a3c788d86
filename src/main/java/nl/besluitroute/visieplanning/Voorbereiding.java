package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Planstap;
import nl.besluitroute.planning.Vergaderkalender;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Termijnbeleid;

/**
 * What a municipality does before its college: first the route's own working time, then its
 * wethoudersstaf, then parafering, then the stukken are delivered. Nothing of it is recorded, and so
 * none of it is a step: a staf is a line of the plan that the college waits for, parafering working
 * time. It counts until the last day of delivery for the date of the college; afterwards the stukken
 * are taken to be there.
 */
final class Voorbereiding {
  /** Behind the id of the college's step. */
  static final String STAF = "/staf";

  private final Map<String, Orgaan> stafVan = new HashMap<>();
  private final Map<String, String> namen;
  private final Map<String, List<Vergaderdatum>> vergaderingen;
  private final Set<String> kalenders;
  private final Termijnbeleid.Blad blad;
  private final Werkdagen werkdagen;
  private final LocalDate vandaag;

  /**
   * @param vergaderingen of the bodies, as they are in the calendars
   * @param kalenders the same, perhaps with something otherwise
   * @param gemeentenamen names of municipalities by code
   */
  Voorbereiding(
      Collection<Orgaan> organen,
      Map<String, List<Vergaderdatum>> vergaderingen,
      Collection<Vergaderkalender> kalenders,
      Function<Collection<String>, Map<String, String>> gemeentenamen,
      Termijnbeleid.Blad blad,
      Werkdagen werkdagen,
      LocalDate vandaag) {
    organen.stream()
        .filter(o -> o.soort() == Orgaansoort.WETHOUDERSSTAF && vergaderingen.containsKey(o.id()))
        .forEach(o -> stafVan.putIfAbsent(o.gemeente().orElseThrow(), o));
    this.namen = stafVan.isEmpty() ? Map.of() : gemeentenamen.apply(stafVan.keySet());
    this.vergaderingen = vergaderingen;
    this.kalenders =
        kalenders.stream()
            .filter(k -> !k.vergaderingen().isEmpty())
            .map(Vergaderkalender::id)
            .collect(Collectors.toSet());
    this.blad = blad;
    this.werkdagen = werkdagen;
    this.vandaag = vandaag;
  }

  /** Whether a college's step is still to be prepared, and somebody said what that takes. */
  boolean komtNog(Stap stap) {
    return stap.soort() == Stap.Soort.COLLEGE
        && (blad.paraferen(stap) > 0 || stafVan.containsKey(stap.gemeente().orElseThrow()))
        && (stap.toestand() == Stap.Toestand.GEPLAND || stap.toestand() == Stap.Toestand.LOOPT && nietAangeleverd(stap));
  }

  /** On which day a further round came to the college is not known. */
  private boolean nietAangeleverd(Stap stap) {
    return stap.besluitronde() == 1
        && stap.gepland()
            .filter(GeschrevenDatum::isBekend)
            .map(GeschrevenDatum::laatste)
            .filter(dag -> blad.aanleverdag(stap, dag).isBefore(vandaag))
            .isEmpty();
  }

  /**
   * The staf that is still to come before a college that is still to be prepared.
   *
   * @param binnen the day on which the text came to the municipality, when it did
   * @param na ids of what the plan has before the college
   */
  Optional<Planstap> staf(Stap stap, Optional<LocalDate> binnen, String... na) {
    if (gehouden(stap, binnen).isPresent()) {
      return Optional.empty();
    }
    return Optional.ofNullable(stafVan.get(stap.gemeente().orElseThrow()))
        .map(
            staf -> {
              Planstap p =
                  Planstap.van(stap.id() + STAF, staf.soort().naam() + " " + namen.get(stap.gemeente().get()))
                      .orgaan(staf.naam())
                      .gemeente(stap.gemeente().get())
                      .na(na)
                      .werktijd(stap.werktijd())
                      .aanlevertermijn(blad.aanleveren(staf.id()));
              // Without any meeting it would be no line at all; then it holds nothing up.
              return kalenders.contains(staf.id()) ? p.kalender(staf.id()) : p;
            });
  }

  /** Working days from what comes before such a college (its staf, where it waits for one) to its delivery. */
  int werktijd(Stap stap, Optional<LocalDate> binnen) {
    Optional<LocalDate> gehouden = gehouden(stap, binnen);
    boolean wachtOpStaf = gehouden.isEmpty() && stafVan.containsKey(stap.gemeente().orElseThrow());
    int ervoor =
        wachtOpStaf ? 0 : gehouden.map(dag -> werkdagen.tussen(binnen.orElseThrow(), dag)).orElse(stap.werktijd());
    return ervoor + blad.paraferen(stap);
  }

  /**
   * The staf that has been since the text came to the municipality and that it could reach: it is
   * taken to have treated it, as nobody records that.
   */
  private Optional<LocalDate> gehouden(Stap stap, Optional<LocalDate> binnen) {
    Orgaan staf = stafVan.get(stap.gemeente().orElseThrow());
    if (staf == null || binnen.isEmpty() || stap.toestand() != Stap.Toestand.LOOPT) {
      return Optional.empty();
    }
    LocalDate gereed = werkdagen.plus(binnen.get(), stap.werktijd());
    Termijn termijn = blad.aanleveren(staf.id());
    return vergaderingen.get(staf.id()).stream()
        .map(Vergaderdatum::dag)
        .filter(dag -> dag.isBefore(vandaag) && !termijn.dagVoor(dag, werkdagen).isBefore(gereed))
        .findFirst();
  }
}
