package nl.besluitroute.planning;

import static nl.besluitroute.planning.Dagen.ALTIJD;
import static nl.besluitroute.planning.Dagen.NOOIT;
import static nl.besluitroute.planning.Dagen.zin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.planning.Melding.Soort;

/** Says in sentences what a plan cannot do, what is odd about it, and what would help. */
final class Beoordeling {
  private final Rekenmodel m;
  private final Doorrekening vroegst;
  private final Doorrekening gepland;

  /**
   * @param vroegst the earliest dates
   * @param gepland the dates as planned, with the latest ones
   */
  Beoordeling(Rekenmodel m, Doorrekening vroegst, Doorrekening gepland) {
    this.m = m;
    this.vroegst = vroegst;
    this.gepland = gepland;
  }

  /** What is not about one step. */
  List<Melding> overHetGeheel() {
    List<Melding> meldingen = new ArrayList<>();
    if (m.aantal == 0) {
      meldingen.add(melding(Soort.LEEG, "De planning heeft geen stappen."));
    }
    int einde = vroegst.einde();
    if (m.streefdatum < m.vandaag && einde > m.streefdatum) {
      List<Uitweg> uitwegen = Dagen.isDag(einde) ? List.of(laterStreven(einde)) : List.of();
      meldingen.add(
          new Melding(
              Soort.STREEFDATUM_VOORBIJ,
              Optional.empty(),
              "De streefdatum " + zin(m.streefdatum) + " is voorbij, en nog niet elke stap is gedaan.",
              uitwegen));
    }
    for (Vergaderkalender k : m.opgave.kalenders()) {
      if (k.dagen().length < k.vergaderingen().size()) {
        meldingen.add(melding(Soort.DUBBELE_VERGADERING, dubbel(k)));
      }
    }
    return meldingen;
  }

  List<Melding> over(int s) {
    List<Melding> meldingen = new ArrayList<>(2);
    if (m.staat(s)) {
      overStaandeDatum(s, meldingen);
    } else {
      overGekozenDatum(s, meldingen);
    }
    if (!m.isBehandeld(s)) {
      overVergadering(s, meldingen);
      overStreefdatum(s, meldingen);
    }
    int uitloop = uitloop(s);
    if (uitloop > 0) {
      meldingen.add(
          melding(
              Soort.UITLOOP,
              s,
              naam(s) + (m.isBehandeld(s) ? " was op " : " is nu op ") + zin(gepland.dag[s]) + ", "
                  + werkdagen(uitloop) + " later dan oorspronkelijk gepland ("
                  + m.stap[s].oorspronkelijk().orElseThrow().toon() + ")."));
    }
    return meldingen;
  }

  /** Working days later than first planned, negative when earlier; 0 when one of the two is not known. */
  int uitloop(int s) {
    Optional<GeschrevenDatum> eerst = m.stap[s].oorspronkelijk();
    int dag = gepland.dag[s];
    if (eerst.isEmpty() || !eerst.get().isBekend() || !Dagen.isDag(dag)) {
      return 0;
    }
    int laatste = Dagen.van(eerst.get().laatste());
    int eerste = Dagen.van(eerst.get().eerste());
    return dag > laatste
        ? m.tabel.tussen(laatste, dag)
        : dag < eerste ? m.tabel.tussen(eerste, dag) : 0;
  }

  // -- a date that is kept ------------------------------------------------------------------------

  private void overStaandeDatum(int s, List<Melding> meldingen) {
    int dag = m.staandeDag(s);
    boolean behandeld = m.isBehandeld(s);
    boolean teVroeg = overVoorgangers(s, dag, meldingen);
    if (dag < m.nietVoor[s] || dag > m.nietNa[s]) {
      meldingen.add(
          melding(
              Soort.BUITEN_VENSTER,
              s,
              staat(s, dag) + ", " + (dag < m.nietVoor[s]
                  ? "eerder dan de eerste dag die daarvoor is afgesproken: " + zin(m.nietVoor[s])
                  : "later dan de laatste dag die daarvoor is afgesproken: " + zin(m.nietNa[s])) + "."));
    }
    if (behandeld) {
      if (dag > m.vandaag) {
        meldingen.add(
            melding(Soort.NOG_NIET_GEWEEST, s, staat(s, dag) + ", maar die dag moet nog komen."));
      }
    } else if (dag < m.vandaag) {
      meldingen.add(
          melding(Soort.NIET_VASTGELEGD, s, staat(s, dag) + ". Die dag is voorbij; leg vast hoe het ging."));
    } else if (!teVroeg) {
      overAanlevering(s, dag, meldingen);
    }
  }

  /** Whether the date that is kept comes before that of one it builds on. */
  private boolean overVoorgangers(int s, int dag, List<Melding> meldingen) {
    boolean teVroeg = false;
    for (int v : m.na[s]) {
      if (Dagen.isDag(gepland.dag[v]) && gepland.dag[v] > dag) {
        teVroeg = true;
        meldingen.add(voorVoorganger(s, dag, v, "waarop het voortbouwt"));
      }
    }
    for (int v : m.overlapt[s]) {
      if (Dagen.isDag(gepland.dag[v]) && gepland.dag[v] >= dag) {
        teVroeg = true;
        meldingen.add(voorVoorganger(s, dag, v, "dat eerst komt"));
      }
    }
    return teVroeg;
  }

  private Melding voorVoorganger(int s, int dag, int v, String verband) {
    int andere = gepland.dag[v];
    String volgorde = andere == dag ? "op dezelfde dag als " : "maar pas daarna komt ";
    String zin =
        andere == dag
            ? staat(s, dag) + ", " + volgorde + naam(v) + ", " + verband + "."
            : staat(s, dag) + ", " + volgorde + naam(v) + " (" + zin(andere) + "), " + verband + ".";
    List<Uitweg> uitwegen = new ArrayList<>();
    if (!m.isBehandeld(s)) {
      laterPlannen(s, uitwegen);
    }
    return new Melding(Soort.VOOR_VOORGANGER, id(s), zin, uitwegen);
  }

  private void overAanlevering(int s, int dag, List<Melding> meldingen) {
    int aanleveren = m.aanleverdag(s, dag);
    int gereed = m.isAangeleverd(s) ? m.aangeleverd[s] : Math.max(m.vandaag, gepland.gereed(s));
    if (gereed <= aanleveren) {
      return;
    }
    List<Uitweg> uitwegen = new ArrayList<>();
    if (gereed == NOOIT) {
      meldingen.add(new Melding(Soort.WACHT, id(s), staat(s, dag) + ", maar " + waaropHetWacht(s), uitwegen));
      return;
    }
    String nodig = staat(s, dag) + ". De stukken moeten uiterlijk op " + zin(aanleveren)
        + " zijn aangeleverd, ";
    String maar =
        m.isAangeleverd(s)
            ? "maar kwamen op " + zin(gereed) + "."
            : gereed == m.vandaag && aanleveren < m.vandaag
                ? "en dat is voorbij."
                : "maar zijn op zijn vroegst op " + zin(gereed) + " gereed.";
    help(s, dag, uitwegen);
    if (gereed <= dag && m.kalender[s] != null) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.NAZENDEN, id(s), Dagen.datum(gereed), Dagen.datum(dag), 0,
              "Zend de stukken na op " + zin(gereed) + ", als de voorzitter daarmee instemt."));
    }
    laterPlannen(s, uitwegen);
    meldingen.add(new Melding(Soort.VASTE_DATUM_TE_VROEG, id(s), nodig + maar, uitwegen));
  }

  private void laterPlannen(int s, List<Uitweg> uitwegen) {
    int later = m.opOfNa(s, Math.max(gepland.drempel[s], gepland.laatsteVoorganger(s)));
    if (Dagen.isDag(later) && later > m.staandeDag(s)) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.LATER_PLANNEN, id(s), Dagen.datum(later), Optional.empty(), 0,
              "Plan " + naam(s) + " op " + zin(later) + "."));
    }
  }

  // -- a date that the plan chooses -----------------------------------------------------------------

  private void overGekozenDatum(int s, List<Melding> meldingen) {
    int dag = gepland.dag[s];
    if (dag == NOOIT) {
      meldingen.add(geenDatum(s));
    } else if (m.gepland[s] != ALTIJD && dag != m.gepland[s]) {
      boolean teVroeg = gepland.drempel[s] > m.gepland[s];
      meldingen.add(
          melding(
              Soort.VERSCHOVEN,
              s,
              naam(s) + " stond gepland op " + zin(m.gepland[s]) + ", maar "
                  + (teVroeg
                      ? "kan op zijn vroegst op " + zin(gepland.drempel[s])
                      : m.kalender[s] == null
                          ? "dat is geen werkdag"
                          : "op die dag is er geen vergadering")
                  + "; de planning rekent nu met " + zin(dag) + "."));
    }
  }

  private Melding geenDatum(int s) {
    List<Uitweg> uitwegen = new ArrayList<>();
    int vanaf = Math.max(gepland.drempel[s], m.gepland[s]);
    if (voorgangerZonderDatum(s)) {
      return new Melding(Soort.WACHT, id(s), naam(s) + " heeft geen datum: " + waaropHetWacht(s), uitwegen);
    }
    if (m.nietVoor[s] > m.nietNa[s]) {
      return melding(
          Soort.VENSTER_GEMIST,
          s,
          naam(s) + " mag niet voor " + zin(m.nietVoor[s]) + " en niet na " + zin(m.nietNa[s])
              + ": er is geen dag die aan beide voldoet.");
    }
    if (vanaf > Werkdagtabel.LAATSTE) {
      minderWerktijd(s, Werkdagtabel.LAATSTE, uitwegen);
      return new Melding(
          Soort.NOOIT_GEREED, id(s),
          naam(s) + " is met deze termijnen niet voor " + zin(Werkdagtabel.LAATSTE) + " gereed.",
          uitwegen);
    }
    int eerste = m.opOfNa(s, vanaf);
    boolean venster = eerste != NOOIT || vanaf > m.nietNa[s];
    int grens = gepland.grens(s) < vanaf ? NOOIT : gepland.grens(s);
    help(s, Math.min(m.nietNa[s], grens), uitwegen);
    if (venster && eerste != NOOIT) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.VENSTER_VERRUIMEN, id(s), Optional.empty(), Dagen.datum(eerste), 0,
              "Sta behandeling toe tot en met " + zin(eerste) + "."));
    }
    return venster
        ? new Melding(
            Soort.VENSTER_GEMIST, id(s),
            naam(s) + " mag niet na " + zin(m.nietNa[s]) + ", en kan op zijn vroegst op "
                + zin(eerste == NOOIT ? vanaf : eerste) + ".",
            uitwegen)
        : new Melding(Soort.GEEN_VERGADERING, id(s), naam(s) + ": " + leeg(s, vanaf), uitwegen);
  }

  private String leeg(int s, int eerste) {
    int vanaf = m.tabel.opOfNa(eerste);
    int[] dagen = m.kalender[s].dagen();
    String wie = m.kalender[s].orgaan();
    return dagen.length == 0
        ? "de kalender van " + wie + " heeft geen vergaderingen; nodig is er een op of na " + zin(vanaf) + "."
        : "de kalender van " + wie + " heeft geen vergadering op of na " + zin(vanaf)
            + "; de laatste is op " + zin(dagen[dagen.length - 1]) + ".";
  }

  private boolean voorgangerZonderDatum(int s) {
    return !m.isAangeleverd(s) && zonderDatum(m.na[s]) >= 0 || zonderDatum(m.overlapt[s]) >= 0;
  }

  private String waaropHetWacht(int s) {
    int v = zonderDatum(m.na[s]) >= 0 ? zonderDatum(m.na[s]) : zonderDatum(m.overlapt[s]);
    return v >= 0
        ? naam(v) + ", dat eerst komt, heeft geen datum."
        : "wat eerst komt, is niet voor " + zin(Werkdagtabel.LAATSTE) + " gereed.";
  }

  private int zonderDatum(int[] voorgangers) {
    for (int v : voorgangers) {
      if (gepland.dag[v] == NOOIT) {
        return v;
      }
    }
    return -1;
  }

  // -- meeting and target ---------------------------------------------------------------------------

  private void overVergadering(int s, List<Melding> meldingen) {
    int dag = gepland.dag[s];
    if (m.kalender[s] == null || !Dagen.isDag(dag)) {
      return;
    }
    Optional<Vergaderdag> vergadering = m.kalender[s].op(dag);
    if (vergadering.isEmpty()) {
      meldingen.add(
          melding(
              Soort.GEEN_VERGADERDAG,
              s,
              staat(s, dag) + ", maar de kalender van " + m.kalender[s].orgaan()
                  + " heeft op die dag geen vergadering."));
    } else if (vergadering.get().inReces()) {
      meldingen.add(
          melding(
              Soort.IN_RECES,
              s,
              "De vergadering van " + m.kalender[s].orgaan() + " op " + zin(dag)
                  + " valt in het reces; dat is ongebruikelijk."));
    }
  }

  private void overStreefdatum(int s, List<Melding> meldingen) {
    int dag = gepland.dag[s];
    boolean laatste = m.gevolgdDoor[s].length == 0 && m.overlaptDoor[s].length == 0;
    if (!laatste || !Dagen.isDag(dag) || dag <= m.streefdatum || m.streefdatum < m.vandaag) {
      return;
    }
    List<Uitweg> uitwegen = new ArrayList<>();
    help(s, m.streefdatum, uitwegen);
    if (dag == gepland.einde()) {
      uitwegen.add(laterStreven(dag));
    }
    boolean kanEerder = vroegst.dag[s] < dag;
    meldingen.add(
        new Melding(
            Soort.STREEFDATUM_NIET_GEHAALD,
            id(s),
            naam(s) + (kanEerder || m.staat(s) ? " staat op " : " kan op zijn vroegst op ") + zin(dag)
                + ", na de streefdatum " + zin(m.streefdatum) + ".",
            uitwegen));
  }

  private static Uitweg laterStreven(int einde) {
    return new Uitweg(
        Uitweg.Soort.STREEFDATUM_VERZETTEN, Optional.empty(), Dagen.datum(einde), Optional.empty(), 0,
        "Kies een streefdatum op of na " + zin(einde) + ".");
  }

  // -- what would help ------------------------------------------------------------------------------

  /** Adds what by itself brings a step to this day or before; what it takes of others included. */
  private void help(int s, int uiterlijk, List<Uitweg> uitwegen) {
    if (m.isBehandeld(s)) {
      return;
    }
    boolean vrij = !m.staat(s);
    if (vrij && vroegst.dag[s] <= uiterlijk && vroegst.dag[s] < gepland.dag[s]) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.EERDER_PLANNEN, id(s), Dagen.datum(vroegst.dag[s]), Optional.empty(), 0,
              "Plan " + naam(s) + " eerder: het kan vanaf " + zin(vroegst.dag[s]) + "."));
      return;
    }
    int drempel = gepland.drempel[s];
    if (vrij && m.kalender[s] != null) {
      vergaderingErbij(
          s, m.tabel.opOfNa(drempel), m.tabel.opOfVoor(Math.min(uiterlijk, m.nietNa[s])), uitwegen);
    }
    int dag = vrij ? m.opOfVoor(s, Math.min(uiterlijk, m.nietNa[s])) : m.staandeDag(s);
    int levering = m.aanleverdag(s, dag);
    if (dag > uiterlijk || levering < m.vandaag || dag < m.nietVoor[s] || m.isAangeleverd(s)) {
      return;
    }
    minderWerktijd(s, dag, uitwegen);
    vroegereVoorganger(s, dag, levering, uitwegen);
  }

  private void vergaderingErbij(int s, int van, int tot, List<Uitweg> uitwegen) {
    if (van > tot || van == NOOIT) {
      return;
    }
    String wanneer =
        van == tot
            ? " op " + zin(van)
            : Dagen.isDag(tot)
                ? " van " + zin(van) + " tot en met " + zin(tot)
                : " op of na " + zin(van);
    uitwegen.add(
        new Uitweg(
            Uitweg.Soort.VERGADERING_ERBIJ, id(s), Dagen.datum(van), Dagen.datum(tot), 0,
            "Een extra vergadering van " + m.kalender[s].orgaan() + wanneer + "."));
    if (m.stap[s].schriftelijk()) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.SCHRIFTELIJKE_RONDE, id(s), Dagen.datum(van), Dagen.datum(tot), 0,
              "Een schriftelijke ronde van " + m.kalender[s].orgaan() + wanneer + "."));
    }
  }

  /** Fewer working days, when that alone makes the meeting of this day possible. */
  private void minderWerktijd(int s, int dag, List<Uitweg> uitwegen) {
    int levering = m.aanleverdag(s, dag);
    int werktijd = m.stap[s].werktijd();
    boolean begint = m.na[s].length == 0 && m.overlapt[s].length == 0;
    int vanaf = begint ? m.begin : gepland.laatsteVoorganger(s);
    if (m.isAangeleverd(s)
        || !Dagen.isDag(vanaf)
        || levering < Math.max(m.vandaag, gepland.leveringVanOverlap(s))
        || dag < gepland.naOverlap(s)
        || levering < vanaf) {
      return;
    }
    int ruimte = m.tabel.tussen(vanaf, levering);
    if (ruimte < werktijd) {
      uitwegen.add(
          new Uitweg(
              Uitweg.Soort.MINDER_WERKTIJD, id(s), Optional.empty(), Dagen.datum(dag),
              werktijd - ruimte,
              "Met " + werkdagen(werktijd - ruimte) + " minder werktijd haalt " + naam(s) + " "
                  + zin(dag) + "."));
    }
  }

  /** When exactly one predecessor stands in the way of this day: what helps that one. */
  private void vroegereVoorganger(int s, int dag, int levering, List<Uitweg> uitwegen) {
    int uiterlijkNa = m.tabel.laatsteMetErna(levering, m.stap[s].werktijd());
    int eneTeLaat = -1;
    int moetOp = NOOIT;
    int aantal = 0;
    for (int v : m.na[s]) {
      if (gepland.dag[v] > uiterlijkNa) {
        aantal++;
        eneTeLaat = v;
        moetOp = uiterlijkNa;
      }
    }
    for (int v : m.overlapt[s]) {
      if (gepland.levering[v] > levering) {
        return;
      }
      if (gepland.dag[v] >= dag) {
        aantal++;
        eneTeLaat = v;
        moetOp = dag - 1;
      }
    }
    if (aantal == 1 && Dagen.isDag(moetOp)) {
      help(eneTeLaat, moetOp, uitwegen);
    }
  }

  // -- words ----------------------------------------------------------------------------------------

  private String naam(int s) {
    return m.stap[s].omschrijving();
  }

  private String staat(int s, int dag) {
    return naam(s) + (m.isBehandeld(s) ? " was op " : " staat vast op ") + zin(dag);
  }

  private static String werkdagen(int aantal) {
    return aantal == 1 ? "1 werkdag" : aantal + " werkdagen";
  }

  private static String dubbel(Vergaderkalender k) {
    for (int i = 1; i < k.vergaderingen().size(); i++) {
      LocalDate dag = k.vergaderingen().get(i).dag();
      if (dag.equals(k.vergaderingen().get(i - 1).dag())) {
        return "De kalender van " + k.orgaan() + " heeft meer dan een vergadering op " + zin(dag)
            + "; de planning rekent met een.";
      }
    }
    throw new IllegalStateException("No day with two meetings in calendar " + k.id());
  }

  private Optional<String> id(int s) {
    return Optional.of(m.stap[s].id());
  }

  private Melding melding(Soort soort, int s, String zin) {
    return new Melding(soort, id(s), zin, List.of());
  }

  private static Melding melding(Soort soort, String zin) {
    return new Melding(soort, Optional.empty(), zin, List.of());
  }
}
