package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planner;
import nl.besluitroute.planning.Planopgave;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.planning.Planstap;
import nl.besluitroute.planning.Voorganger;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.BijVergaderdatum;
import nl.besluitroute.vergaderschema.Moment;
import nl.besluitroute.vergaderschema.Vergaderdatum;
import nl.besluitroute.vergaderschema.VergaderdatumVeranderd;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visieplanning.Visieplan.Voorstel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases: the plan of a vision, accepting it, and what follows when a meeting changes. Dates are
 * days in Europe/Amsterdam.
 */
@Service
@Transactional
public class Visieplanning implements BijVergaderdatum {

  /** How far ahead a step that lost its meeting looks for the next one. */
  private static final int ZOEK_JAREN = 2;

  private final Opgavebouwer bouwer;
  private final Planner planner;
  private final Visies visies;
  private final Stappen stappen;
  private final Vergaderschema schema;
  private final Toegang toegang;

  Visieplanning(
      Opgavebouwer bouwer,
      Werkdagen werkdagen,
      Visies visies,
      Stappen stappen,
      Vergaderschema schema,
      Toegang toegang) {
    this.bouwer = bouwer;
    this.planner = new Planner(werkdagen);
    this.visies = visies;
    this.stappen = stappen;
    this.schema = schema;
    this.toegang = toegang;
  }

  /**
   * The plan as it follows now; changes nothing.
   *
   * @throws VisieNietGevonden when there is no such vision, or it is not this user's to read
   */
  @Transactional(readOnly = true)
  public Visieplan plan(String visie, Gebruiker wie) {
    return plan(visies.leesbaar(visie, wie), wie);
  }

  private Visieplan plan(Regiovisie visie, Gebruiker wie) {
    Opgavebouwer.Opgave opgave = bouwer.van(visie);
    Plan plan = planner.plan(opgave.opgave());
    Map<String, Planregel> regels =
        plan.regels().stream().collect(Collectors.toMap(Planregel::stap, Function.identity()));
    List<Voorstel> voorstellen =
        opgave.stappen().stream()
            .filter(Stap::isOpen)
            .filter(s -> toegang.magPlannen(wie, s.plek(visie.regios())))
            .flatMap(s -> voorstel(s, regels.get(Opgavebouwer.planId(s))).stream())
            .toList();
    return new Visieplan(
        plan,
        voorstellen,
        Kenmerk.van(voorstellen),
        wachtenden(opgave.opgave(), regels),
        opgave.parafering(),
        opgave.zonderSchema());
  }

  private static Map<String, List<Planregel>> wachtenden(
      Planopgave opgave, Map<String, Planregel> regels) {
    Map<String, List<Planregel>> wachtenden = new HashMap<>();
    for (Planstap stap : opgave.stappen()) {
      Planregel regel = regels.get(stap.id());
      if (regel.werkelijk().isEmpty()) {
        // What overlaps comes after that meeting, but does not wait for what is done with it.
        stap.voorgangers().stream()
            .filter(v -> v.aansluiting() == Voorganger.Aansluiting.NA)
            .forEach(v -> wachtenden.computeIfAbsent(v.stap(), id -> new ArrayList<>()).add(regel));
      }
    }
    return wachtenden;
  }

  /** None when the step has that date already, and on that meeting; a date that stands is never moved. */
  private static Optional<Voorstel> voorstel(Stap stap, Planregel regel) {
    Optional<UUID> vergadering = regel.vergadering().map(UUID::fromString);
    return regel
        .gepland()
        .filter(dag -> !regel.vast() || vergadering.isPresent())
        .filter(
            dag ->
                stap.gepland().flatMap(GeschrevenDatum::precies).filter(dag::equals).isEmpty()
                    || !stap.vergadering().equals(vergadering))
        .map(dag -> new Voorstel(stap.id(), stap.naam(), stap.gepland(), dag, vergadering));
  }

  /**
   * Gives the steps the dates that the plan proposes: all of them or none. Their work, terms and
   * watches follow in the same transaction; the oorspronkelijke planning stays.
   *
   * @param kenmerk of the proposals as they were seen
   * @return how many steps got another date
   * @throws VisieFout when there are no proposals, they are no longer those, or there is no reason
   */
  public int neemOver(String visie, String kenmerk, String reden, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    Visieplan nu = plan(visies.vergrendel(visie), wie);
    if (reden == null || reden.isBlank()) {
      throw new VisieFout("Geef een reden.");
    }
    if (nu.voorstellen().isEmpty()) {
      throw new VisieFout("Er is niets over te nemen: de stappen die u plant, hebben de datums uit de kalenders.");
    }
    Map<UUID, LocalDate> vergaderingen = new HashMap<>();
    nu.voorstellen().forEach(v -> v.vergadering().ifPresent(id -> vergaderingen.put(id, v.wordt())));
    if (!nu.kenmerk().equals(kenmerk) || !schema.houdVast(vergaderingen)) {
      throw new VisieFout("De planning is intussen veranderd. Bekijk haar opnieuw voordat u haar overneemt.");
    }
    nu.voorstellen()
        .forEach(
            v -> stappen.zetOpVergadering(StapId.lees(v.stap()), v.wordt(), v.vergadering(), reden.strip(), wie));
    return nu.voorstellen().size();
  }

  /**
   * The day on which every municipality has decided at the latest.
   *
   * @param dag null for none
   * @throws VisieFout when the day is past
   */
  public void zetStreefdatum(String visie, LocalDate dag, String reden, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    stappen.zetStreefdatum(visie, dag, reden, wie);
  }

  /**
   * A step goes along with its meeting; one whose meeting is cancelled goes to the next meeting of
   * the same body, or has no date when there is none.
   */
  @Override
  public void veranderd(List<VergaderdatumVeranderd> veranderingen, Gebruiker wie) {
    for (VergaderdatumVeranderd v : veranderingen) {
      if (v.was().isEmpty() || v.wordt().map(Moment::dag).equals(v.was().map(Moment::dag))) {
        continue; // New, or on another hour of its day.
      }
      String reden = v.reden() == null || v.reden().isBlank() ? "" : ": " + v.reden();
      for (Stap stap : stappen.behandeldIn(v.vergadering(), v.orgaan(), v.was().get().dag())) {
        StapId id = StapId.lees(stap.id());
        if (v.wordt().isPresent()) {
          stappen.zetOpVergadering(
              id, v.wordt().get().dag(), Optional.of(v.vergadering()), "Vergadering verplaatst" + reden, wie);
        } else {
          Optional<Vergaderdatum> volgende = volgende(v.orgaan(), v.was().get().dag());
          if (volgende.isPresent()) {
            stappen.zetOpVergadering(
                id, volgende.get().dag(), volgende.map(Vergaderdatum::id), "Vergadering vervallen" + reden, wie);
          } else {
            stappen.zonderVergadering(id, "Vergadering vervallen" + reden, wie);
          }
        }
      }
    }
  }

  /** Another one on that same day included. */
  private Optional<Vergaderdatum> volgende(String orgaan, LocalDate vanaf) {
    return schema.gepland(List.of(orgaan), vanaf, vanaf.plusYears(ZOEK_JAREN)).getOrDefault(orgaan, List.of())
        .stream()
        .findFirst();
  }
}
