package nl.besluitroute.visieplanning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Gevolg;
import nl.besluitroute.planning.Melding;
import nl.besluitroute.planning.Plan;
import nl.besluitroute.planning.Planner;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases: what a moved or cancelled meeting or a postponed item does to the visions that it
 * carries, looked at beforehand and then done as it was seen. What follows moves in the same
 * transaction as its cause, or nothing does. Steps that the user does not plan keep their dates; what
 * stands in their way is then a knelpunt of the plan. Dates are days in Europe/Amsterdam.
 */
@Service
@Transactional
public class Herplanning {
  private static final String VERANDERD =
      "Wat deze wijziging doet, is intussen veranderd. Bekijk haar opnieuw voordat u haar doorvoert.";
  private static final Set<Melding.Soort> IN_DE_REGELS =
      Set.of(Melding.Soort.VERSCHOVEN, Melding.Soort.UITLOOP);

  /** A step is postponed at most so many years ahead. */
  private static final int MEESTE_JAREN = 3;

  private final Opgavebouwer bouwer;
  private final Planner planner;
  private final Visies visies;
  private final Stappen stappen;
  private final Vergaderschema schema;
  private final Regios regios;
  private final Toegang toegang;
  private final Klok klok;

  Herplanning(
      Opgavebouwer bouwer,
      Werkdagen werkdagen,
      Visies visies,
      Stappen stappen,
      Vergaderschema schema,
      Regios regios,
      Toegang toegang,
      Klok klok) {
    this.bouwer = bouwer;
    this.planner = new Planner(werkdagen);
    this.visies = visies;
    this.stappen = stappen;
    this.schema = schema;
    this.regios = regios;
    this.toegang = toegang;
    this.klok = klok;
  }

  /**
   * What a user saw of a change.
   *
   * @param visies those that it touches and that he may read
   * @param kenmerk changes when what it would do changes; asked back when he does it
   */
  public record Voorbeeld(List<Herziening> visies, String kenmerk) {
    /** What touches no vision. */
    public static final Voorbeeld GEEN = van(List.of());

    static Voorbeeld van(List<Herziening> visies) {
      return new Voorbeeld(visies, Kenmerk.van(visies));
    }

    /** Whether it touches no vision. */
    public boolean leeg() {
      return visies.isEmpty();
    }
  }

  // -- looking -----------------------------------------------------------------------------------

  /**
   * What it would do that a meeting is on another day: to the visions with a step on it, and to those
   * for which it is the wethoudersstaf before a college.
   *
   * @param naar the other day; empty when it is not held, and what stands on it goes to the next
   *     meeting that it can reach
   */
  @Transactional(readOnly = true)
  public Voorbeeld als(UUID vergadering, Optional<LocalDate> naar, Gebruiker wie) {
    List<Stap> erin = behandeldIn(vergadering);
    Opgavebouwer.Anders anders = anders(vergadering, naar, erin);
    Stream<Herziening> opStap =
        erin.stream()
            .map(Stap::visie)
            .distinct()
            .sorted()
            .map(visies::visie)
            .filter(v -> visies.isLeesbaar(v, wie))
            .map(v -> herzie(v, anders, wie));
    Stream<Herziening> opStaf =
        metStafOp(vergadering).stream()
            .filter(v -> visies.isLeesbaar(v, wie))
            .map(v -> herzie(v, anders, wie))
            .filter(h -> !h.regels().isEmpty() || !h.meldingen().isEmpty());
    return Voorbeeld.van(Stream.concat(opStap, opStaf).toList());
  }

  private List<Stap> behandeldIn(UUID vergadering) {
    return schema
        .zoek(vergadering)
        .map(v -> stappen.behandeldIn(vergadering, v.orgaan(), v.dag()))
        .orElse(List.of());
  }

  /** A step that is not tied to its meeting is told where to go; one that is goes along. */
  private Opgavebouwer.Anders anders(UUID vergadering, Optional<LocalDate> naar, List<Stap> erin) {
    Map<String, LocalDate> los =
        erin.stream()
            .filter(s -> s.vergadering().isEmpty())
            .collect(Collectors.toMap(Stap::id, s -> naar.orElseGet(() -> nu(s).orElseThrow().plusDays(1))));
    Map<UUID, Optional<LocalDate>> verzet = Map.of(vergadering, naar);
    return naar.isPresent()
        ? new Opgavebouwer.Anders(verzet, Map.of(), los)
        : new Opgavebouwer.Anders(verzet, los, Map.of());
  }

  /** The visions that a wethoudersstaf prepares in this meeting: on it stands no step, but a line of their plan. */
  private List<Regiovisie> metStafOp(UUID vergadering) {
    return schema
        .zoek(vergadering)
        .flatMap(v -> regios.orgaan(v.orgaan()))
        .filter(o -> o.soort() == Orgaansoort.WETHOUDERSSTAF)
        .map(o -> stappen.visiesNogBijCollege(o.gemeente().orElseThrow()))
        .orElse(List.of())
        .stream()
        .sorted()
        .map(visies::visie)
        .filter(
            v ->
                planner.plan(bouwer.van(v).opgave()).regels().stream()
                    .anyMatch(r -> r.vergadering().filter(vergadering.toString()::equals).isPresent()))
        .toList();
  }

  /**
   * What it would do that a step is not treated before a day.
   *
   * @throws VisieNietGevonden when there is no such vision, or it is not this user's to read
   * @throws VisieFout when the step is none of it, or done, or the day is past or too far ahead
   */
  @Transactional(readOnly = true)
  public Voorbeeld als(String visie, String stap, LocalDate vanaf, Gebruiker wie) {
    return als(visie, stap, vanaf, new Opgavebouwer.Anders(Map.of(), Map.of(stap, vanaf), Map.of()), wie);
  }

  /**
   * What it would do that an item is held over (aangehouden) to a day; that day stands, also when the
   * calendar has no meeting on it. As {@link #als(String, String, LocalDate, Gebruiker)}.
   */
  @Transactional(readOnly = true)
  public Voorbeeld alsAangehouden(String visie, String stap, LocalDate tot, Gebruiker wie) {
    return als(visie, stap, tot, new Opgavebouwer.Anders(Map.of(), Map.of(), Map.of(stap, tot)), wie);
  }

  private Voorbeeld als(
      String visie, String stap, LocalDate dag, Opgavebouwer.Anders anders, Gebruiker wie) {
    Regiovisie van = visies.leesbaar(visie, wie);
    Stap gekozen = visies.stap(stap);
    if (!gekozen.visie().equals(visie)) {
      throw new VisieFout("Deze stap hoort niet bij deze visie.");
    }
    if (!gekozen.isOpen()) {
      throw new VisieFout("Deze stap is gedaan of vervallen; kies een stap die nog komt.");
    }
    if (dag.isBefore(klok.vandaag())) {
      throw new VisieFout("Deze dag is al geweest; kies vandaag of een latere dag.");
    }
    if (dag.isAfter(klok.vandaag().plusYears(MEESTE_JAREN))) {
      throw new VisieFout("Deze dag ligt meer dan " + MEESTE_JAREN + " jaar vooruit; controleer het jaar.");
    }
    return Voorbeeld.van(List.of(herzie(van, anders, wie)));
  }

  private Herziening herzie(Regiovisie visie, Opgavebouwer.Anders anders, Gebruiker wie) {
    Opgavebouwer.Opgave opgave = bouwer.van(visie);
    Plan voor = planner.plan(opgave.opgave());
    Gevolg gevolg = planner.gevolg(voor, bouwer.van(visie, anders).opgave());
    Map<String, Stap> perRegel =
        opgave.stappen().stream()
            .filter(Stap::isOpen)
            .collect(Collectors.toMap(Opgavebouwer::planId, Function.identity()));
    return new Herziening(
        visie.id(),
        visie.titel(),
        gevolg.verschillen().stream()
            .filter(v -> perRegel.containsKey(v.na().stap()))
            .filter(v -> !nu(perRegel.get(v.na().stap())).equals(v.na().gepland()))
            .filter(Gevolg.Verschil::geraakt)
            .map(v -> regel(perRegel.get(v.na().stap()), v, visie, wie))
            .toList(),
        voor.einde(),
        gevolg.na().einde(),
        visie.streefdatum(),
        gevolg.nieuweMeldingen().stream().filter(m -> !IN_DE_REGELS.contains(m.soort())).toList());
  }

  private static Optional<LocalDate> nu(Stap stap) {
    return stap.gepland().flatMap(GeschrevenDatum::precies);
  }

  private Herziening.Regel regel(Stap stap, Gevolg.Verschil v, Regiovisie visie, Gebruiker wie) {
    return new Herziening.Regel(
        stap.id(),
        v.na().naam(),
        v.na().orgaan(),
        nu(stap).or(() -> v.voor().gepland()),
        v.na().gepland(),
        v.na().vergadering().map(UUID::fromString),
        v.verschuiving(),
        toegang.magPlannen(wie, stap.plek(visie.regios())));
  }

  // -- doing -------------------------------------------------------------------------------------

  /**
   * Moves a meeting with all that follows from it.
   *
   * @param aanvang null when the time is not known
   * @param kenmerk of {@link #als(UUID, Optional, Gebruiker)} as it was seen; null when it was not
   *     looked at
   * @throws GevolgVeranderd when it would do something else now, or was not looked at and touches a
   *     vision
   */
  public Vergaderschema.Uitkomst verplaats(
      UUID vergadering, LocalDate dag, LocalTime aanvang, String reden, String kenmerk, Gebruiker wie) {
    Voorbeeld gezien = eisOnveranderd(als(vergadering, Optional.of(dag), wie), kenmerk);
    Vergaderschema.Uitkomst uitkomst = schema.verplaats(vergadering, dag, aanvang, reden, wie);
    voerDoor(gezien, "Vergadering verplaatst: " + reden, wie);
    return uitkomst;
  }

  /** Cancels a meeting with all that follows from it; as {@link #verplaats}. */
  public void laatVervallen(UUID vergadering, String reden, String kenmerk, Gebruiker wie) {
    Voorbeeld gezien = eisOnveranderd(als(vergadering, Optional.empty(), wie), kenmerk);
    Set<String> erop =
        behandeldIn(vergadering).stream().map(Stap::id).collect(Collectors.toSet());
    String waarom = "Vergadering vervallen: " + reden;
    schema.laatVervallen(vergadering, reden, wie);
    voerDoor(gezien, waarom, wie);
    // The next meeting, to which they went, is one that they cannot reach.
    gezien.visies().stream()
        .flatMap(visie -> visie.regels().stream())
        .filter(r -> r.wordt().isEmpty() && erop.contains(r.stap()))
        .filter(r -> visies.stap(r.stap()).vergadering().isPresent())
        .forEach(r -> stappen.zonderVergadering(StapId.lees(r.stap()), waarom, wie));
  }

  /**
   * Postpones an item with all that follows from it.
   *
   * @return how many steps got another date
   * @throws GevolgVeranderd when it would do something else now
   * @throws VisieFout when it does nothing at all, or there is no reason
   */
  public int stelUit(
      String visie, String stap, LocalDate vanaf, String reden, String kenmerk, Gebruiker wie) {
    visies.leesbaar(visie, wie);
    visies.vergrendel(visie);
    if (reden == null || reden.isBlank()) {
      throw new VisieFout("Geef een reden.");
    }
    Voorbeeld gezien = eisOnveranderd(als(visie, stap, vanaf, wie), kenmerk);
    int aantal = voerDoor(gezien, reden.strip(), wie);
    if (aantal == 0) {
      throw new VisieFout("Hiermee krijgt geen enkele stap die u plant een andere datum.");
    }
    return aantal;
  }

  /**
   * Records that an item is held over, and moves what follows from it; both or neither.
   *
   * @param vastleggen records it, and so gives the item its day
   * @return how many other steps got another date
   * @throws GevolgVeranderd when it would do something else now than was seen
   */
  public int houdAan(
      String visie,
      String stap,
      LocalDate tot,
      String reden,
      String kenmerk,
      Runnable vastleggen,
      Gebruiker wie) {
    visies.leesbaar(visie, wie);
    visies.vergrendel(visie);
    Voorbeeld gezien = eisOnveranderd(alsAangehouden(visie, stap, tot, wie), kenmerk);
    vastleggen.run();
    return voerDoor(gezien, reden, wie);
  }

  private static Voorbeeld eisOnveranderd(Voorbeeld nu, String kenmerk) {
    if (kenmerk == null ? !nu.leeg() : !nu.kenmerk().equals(kenmerk)) {
      throw new GevolgVeranderd(
          kenmerk == null
              ? "Deze wijziging raakt een visie. Bekijk eerst wat zij doet."
              : VERANDERD,
          nu);
    }
    return nu;
  }

  private int voerDoor(Voorbeeld gezien, String reden, Gebruiker wie) {
    Map<UUID, LocalDate> vergaderingen = new HashMap<>();
    gezien.visies().stream()
        .flatMap(visie -> visie.regels().stream())
        .filter(r -> r.plant() && r.wordt().isPresent())
        .forEach(r -> r.vergadering().ifPresent(id -> vergaderingen.put(id, r.wordt().get())));
    if (!schema.houdVast(vergaderingen)) {
      throw new GevolgVeranderd(VERANDERD, gezien);
    }
    int aantal = 0;
    for (Herziening visie : gezien.visies()) {
      for (Herziening.Regel regel : visie.regels()) {
        if (regel.plant() && regel.wordt().isPresent() && !staat(regel)) {
          stappen.zetOpVergadering(
              StapId.lees(regel.stap()), regel.wordt().get(), regel.vergadering(), reden, wie);
          aantal++;
        }
      }
    }
    return aantal;
  }

  /** What stood on a meeting went along with it, and an item that was held over has its day. */
  private boolean staat(Herziening.Regel regel) {
    Stap stap = visies.stap(regel.stap());
    return nu(stap).equals(regel.wordt()) && stap.vergadering().equals(regel.vergadering());
  }
}
