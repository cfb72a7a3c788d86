package nl.besluitroute.planning;

import static nl.besluitroute.planning.Dagen.ALTIJD;
import static nl.besluitroute.planning.Dagen.NOOIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.besluitroute.kalender.Werkdagen;

/**
 * Plans steps over the calendars of their bodies. What cannot be is said in the plan; only what is no
 * planning at all is refused. Numbers the working days once, so make one and keep it until the
 * feestdagen change. Changes nothing; safe for use by several threads.
 */
public final class Planner {
  private final Werkdagtabel tabel;

  public Planner(Werkdagen werkdagen) {
    this.tabel = new Werkdagtabel(werkdagen);
  }

  /**
   * The plan: per step earliest, planned and latest date, speling and what is to be said.
   *
   * @throws PlanopgaveGeweigerd when this is no planning at all
   */
  public Plan plan(Planopgave opgave) {
    Rekenmodel m = new Rekenmodel(opgave, tabel);
    Doorrekening vroegst = Doorrekening.vooruit(m, false);
    Doorrekening gepland = Doorrekening.vooruit(m, true);
    int einde = gepland.einde();
    int grens = m.streefdatum != NOOIT ? m.streefdatum : einde;
    if (Dagen.isDag(grens)) {
      gepland.terug(grens);
    }
    Beoordeling beoordeling = new Beoordeling(m, vroegst, gepland);
    List<Melding> meldingen = beoordeling.overHetGeheel();
    List<Planregel> regels = new ArrayList<>(m.aantal);
    for (int s = 0; s < m.aantal; s++) {
      Planregel regel = regel(m, s, vroegst, gepland, einde, beoordeling);
      regels.add(regel);
      meldingen.addAll(regel.meldingen());
    }
    return new Plan(
        opgave.vandaag(),
        opgave.streefdatum(),
        regels,
        Dagen.datum(einde),
        Dagen.datum(vroegst.einde()),
        uiterlijkGereed(m, gepland),
        meldingen,
        zin(m, regels, einde, meldingen.stream().anyMatch(Planner::houdtTegen)));
  }

  /**
   * What it would do that the opgave is another one of the same steps.
   *
   * @param voor the plan before it
   * @throws PlanopgaveGeweigerd when the other one is no planning at all
   */
  public Gevolg gevolg(Plan voor, Planopgave anders) {
    return Gevolg.van(voor, plan(anders), tabel);
  }

  private Planregel regel(
      Rekenmodel m, int s, Doorrekening vroegst, Doorrekening gepland, int einde, Beoordeling oordeel) {
    Planstap stap = m.stap[s];
    int dag = gepland.dag[s];
    boolean behandeld = m.isBehandeld(s);
    int uiterlijk = behandeld ? NOOIT : gepland.uiterlijk(s);
    boolean speling = Dagen.isDag(uiterlijk) && Dagen.isDag(dag);
    boolean laatste = m.gevolgdDoor[s].length == 0 && m.overlaptDoor[s].length == 0;
    boolean uitloop = stap.oorspronkelijk().isPresent() && Dagen.isDag(dag);
    return new Planregel(
        stap.id(),
        stap.naam(),
        stap.orgaan(),
        stap.gemeente(),
        Dagen.datum(vroegst.dag[s]),
        Dagen.datum(dag),
        vergadering(m, s, dag),
        Dagen.datum(uiterlijk),
        stap.werkelijk(),
        stap.oorspronkelijk(),
        Dagen.datum(m.aanleverdag(s, dag)),
        behandeld ? Optional.empty() : Dagen.datum(gepland.uiterlijkeLevering(s)),
        speling && m.kalender[s] != null
            ? OptionalInt.of(m.vergaderingenTussen(s, dag, uiterlijk))
            : OptionalInt.empty(),
        speling ? OptionalInt.of(tabel.tussen(dag, uiterlijk)) : OptionalInt.empty(),
        uitloop ? OptionalInt.of(oordeel.uitloop(s)) : OptionalInt.empty(),
        stap.vast(),
        laatste && dag == einde,
        oordeel.over(s));
  }

  private static Optional<String> vergadering(Rekenmodel m, int s, int dag) {
    return m.kalender[s] == null || !Dagen.isDag(dag)
        ? Optional.empty()
        : m.kalender[s].op(dag).flatMap(Vergaderdag::id);
  }

  private static Optional<LocalDate> uiterlijkGereed(Rekenmodel m, Doorrekening gepland) {
    int eerste = NOOIT;
    for (int s = 0; s < m.aantal; s++) {
      if (m.kalender[s] != null && !m.isBehandeld(s) && !m.isAangeleverd(s)) {
        eerste = Math.min(eerste, gepland.uiterlijkeLevering(s));
      }
    }
    return Dagen.datum(eerste);
  }

  /** Whether it stands in the way of the plan itself, also without a target. */
  private static boolean houdtTegen(Melding m) {
    return m.isKnelpunt()
        && m.soort() != Melding.Soort.STREEFDATUM_VOORBIJ
        && m.soort() != Melding.Soort.STREEFDATUM_NIET_GEHAALD;
  }

  /** What cannot be met comes first: an end that is out of reach is no answer. */
  private static String zin(Rekenmodel m, List<Planregel> regels, int einde, boolean tegen) {
    if (einde == ALTIJD) {
      return "De planning heeft geen stappen.";
    }
    if (einde == NOOIT) {
      return "Deze planning heeft nog geen einde: niet elke stap heeft een datum.";
    }
    List<String> bepalend =
        regels.stream()
            .filter(Planregel::bepalend)
            .map(r -> r.orgaan().orElse(r.naam()))
            .toList();
    int laatste = bepalend.size() - 1;
    String wie =
        laatste < 1
            ? String.join("", bepalend)
            : String.join(", ", bepalend.subList(0, laatste)) + " en " + bepalend.get(laatste);
    String op = " op " + Dagen.zin(einde) + "; bepalend: " + wie + ".";
    String klaar = (tegen ? "Deze planning is niet haalbaar. Met deze datums klaar" : "Klaar") + op;
    if (m.streefdatum == NOOIT) {
      return klaar;
    }
    String streefdatum = "De streefdatum " + Dagen.zin(m.streefdatum) + " wordt ";
    return einde > m.streefdatum
        ? (tegen ? "Deze planning is niet haalbaar. " : "") + streefdatum + "niet gehaald: klaar" + op
        : klaar + " " + streefdatum + (tegen ? "dan gehaald." : "gehaald.");
  }
}
