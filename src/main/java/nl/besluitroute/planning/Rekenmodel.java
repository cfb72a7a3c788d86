package nl.besluitroute.planning;

import static nl.besluitroute.planning.Dagen.ALTIJD;
import static nl.besluitroute.planning.Dagen.NOOIT;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.besluitroute.kalender.Termijn;

/** An opgave as numbers, checked: steps by place, days as epoch days, predecessors before followers. */
final class Rekenmodel {
  private static final int[] GEEN = {};

  final Werkdagtabel tabel;
  final Planopgave opgave;
  final int aantal;
  final Planstap[] stap;
  final Vergaderkalender[] kalender;
  final int vandaag;
  final int begin;
  final int streefdatum;

  /** Places of the predecessors, by kind. */
  final int[][] na;

  final int[][] overlapt;

  /** Places of the steps that follow, by kind. */
  final int[][] gevolgdDoor;

  final int[][] overlaptDoor;

  /** All places, each after its predecessors. */
  final int[] volgorde;

  final int[] nietVoor;
  final int[] nietNa;
  final int[] gepland;
  final int[] aangeleverd;
  final int[] werkelijk;

  /** @throws PlanopgaveGeweigerd when this is no planning at all */
  Rekenmodel(Planopgave opgave, Werkdagtabel tabel) {
    this.opgave = opgave;
    this.tabel = tabel;
    this.aantal = opgave.stappen().size();
    this.stap = opgave.stappen().toArray(Planstap[]::new);
    Dagen.eis(opgave.vandaag(), "Vandaag");
    Dagen.eis(opgave.begin(), "Het begin");
    Dagen.eis(opgave.streefdatum(), "De streefdatum", "de planning");
    this.vandaag = Dagen.van(opgave.vandaag());
    this.begin = Dagen.van(opgave.begin());
    this.streefdatum = Dagen.van(opgave.streefdatum(), NOOIT);
    this.kalender = new Vergaderkalender[aantal];
    this.nietVoor = new int[aantal];
    this.nietNa = new int[aantal];
    this.gepland = new int[aantal];
    this.aangeleverd = new int[aantal];
    this.werkelijk = new int[aantal];
    this.na = new int[aantal][];
    this.overlapt = new int[aantal][];
    neemOver(plaatsen(), kalenders());
    this.gevolgdDoor = omgekeerd(na);
    this.overlaptDoor = omgekeerd(overlapt);
    this.volgorde = opVolgorde();
  }

  /** Whether the step has a date that the plan does not choose. */
  boolean staat(int s) {
    return werkelijk[s] != NOOIT || stap[s].vast();
  }

  /** The date that the plan does not choose. */
  int staandeDag(int s) {
    return werkelijk[s] != NOOIT ? werkelijk[s] : gepland[s];
  }

  boolean isBehandeld(int s) {
    return werkelijk[s] != NOOIT;
  }

  boolean isAangeleverd(int s) {
    return aangeleverd[s] != NOOIT;
  }

  /** The first day from this one on which the step can be treated. */
  int opOfNa(int s, int dag) {
    if (kalender[s] == null || dag == NOOIT) {
      return dag == NOOIT ? NOOIT : tabel.opOfNa(dag);
    }
    int[] dagen = kalender[s].dagen();
    int plaats = plaatsVanaf(dagen, dag);
    return plaats < dagen.length ? dagen[plaats] : NOOIT;
  }

  /** The last day up to this one on which the step can be treated. */
  int opOfVoor(int s, int dag) {
    if (kalender[s] == null || dag == ALTIJD) {
      return dag == ALTIJD ? ALTIJD : tabel.opOfVoor(dag);
    }
    int[] dagen = kalender[s].dagen();
    int plaats = dag == NOOIT ? dagen.length : plaatsVanaf(dagen, dag + 1);
    return plaats > 0 ? dagen[plaats - 1] : ALTIJD;
  }

  /** The meetings after the first day, up to and including the second; negative the other way. */
  int vergaderingenTussen(int s, int van, int tot) {
    int[] dagen = kalender[s].dagen();
    return plaatsVanaf(dagen, tot + 1) - plaatsVanaf(dagen, van + 1);
  }

  /** The last day on which stukken can be delivered for treatment on this day. */
  int aanleverdag(int s, int dag) {
    Termijn termijn = stap[s].aanlevertermijn();
    return termijn.eenheid() == Termijn.Eenheid.WERKDAGEN
        ? tabel.min(dag, termijn.aantal())
        : Dagen.isDag(dag) ? dag - termijn.aantal() : dag;
  }

  /** The first day of which {@link #aanleverdag} is not before this day. */
  int eersteNaAanlevering(int s, int dag) {
    Termijn termijn = stap[s].aanlevertermijn();
    return termijn.eenheid() == Termijn.Eenheid.WERKDAGEN
        ? tabel.eersteMetErvoor(dag, termijn.aantal())
        : Dagen.isDag(dag) ? dag + termijn.aantal() : dag;
  }

  private static int plaatsVanaf(int[] dagen, int dag) {
    int plaats = Arrays.binarySearch(dagen, dag);
    return plaats >= 0 ? plaats : -plaats - 1;
  }

  private Map<String, Integer> plaatsen() {
    Map<String, Integer> plaats = new HashMap<>(aantal * 2);
    for (int s = 0; s < aantal; s++) {
      if (plaats.put(stap[s].id(), s) != null) {
        throw new PlanopgaveGeweigerd("De stap " + stap[s].id() + " staat twee keer in de planning.");
      }
    }
    return plaats;
  }

  private Map<String, Vergaderkalender> kalenders() {
    Map<String, Vergaderkalender> opId = new HashMap<>();
    for (Vergaderkalender k : opgave.kalenders()) {
      if (opId.put(k.id(), k) != null) {
        throw new PlanopgaveGeweigerd("De kalender " + k.id() + " staat twee keer in de planning.");
      }
    }
    return opId;
  }

  private void neemOver(Map<String, Integer> plaats, Map<String, Vergaderkalender> kalenders) {
    for (int s = 0; s < aantal; s++) {
      Planstap p = stap[s];
      if (p.kalender().isPresent()) {
        kalender[s] = kalenders.get(p.kalender().get());
        if (kalender[s] == null) {
          throw new PlanopgaveGeweigerd(
              p.omschrijving() + " hoort bij kalender " + p.kalender().get() + ", die er niet is.");
        }
      }
      Dagen.eis(p.nietVoor(), "De eerste dag", p.naam());
      Dagen.eis(p.nietNa(), "De laatste dag", p.naam());
      Dagen.eis(p.gepland(), "De geplande datum", p.naam());
      Dagen.eis(p.aangeleverd(), "De aanlevering", p.naam());
      Dagen.eis(p.werkelijk(), "De datum", p.naam());
      nietVoor[s] = Dagen.van(p.nietVoor(), ALTIJD);
      nietNa[s] = Dagen.van(p.nietNa(), NOOIT);
      gepland[s] = Dagen.van(p.gepland(), ALTIJD);
      aangeleverd[s] = Dagen.van(p.aangeleverd(), NOOIT);
      werkelijk[s] = Dagen.van(p.werkelijk(), NOOIT);
      na[s] = voorgangers(p, plaats, Voorganger.Aansluiting.NA);
      overlapt[s] = voorgangers(p, plaats, Voorganger.Aansluiting.OVERLAPPEND);
    }
  }

  private static int[] voorgangers(
      Planstap p, Map<String, Integer> plaats, Voorganger.Aansluiting aansluiting) {
    int[] gevonden = GEEN;
    for (Voorganger v : p.voorgangers()) {
      if (v.aansluiting() == aansluiting) {
        Integer waar = plaats.get(v.stap());
        if (waar == null) {
          throw new PlanopgaveGeweigerd(
              p.omschrijving() + " bouwt voort op stap " + v.stap() + ", die er niet is.");
        }
        gevonden = Arrays.copyOf(gevonden, gevonden.length + 1);
        gevonden[gevonden.length - 1] = waar;
      }
    }
    return gevonden;
  }

  private int[][] omgekeerd(int[][] voorgangers) {
    int[] hoeveel = new int[aantal];
    for (int[] vs : voorgangers) {
      for (int v : vs) {
        hoeveel[v]++;
      }
    }
    int[][] volgers = new int[aantal][];
    for (int s = 0; s < aantal; s++) {
      volgers[s] = hoeveel[s] == 0 ? GEEN : new int[hoeveel[s]];
    }
    for (int s = 0; s < aantal; s++) {
      for (int v : voorgangers[s]) {
        volgers[v][--hoeveel[v]] = s;
      }
    }
    return volgers;
  }

  private int[] opVolgorde() {
    int[] wachtOp = new int[aantal];
    int[] gereed = new int[aantal];
    int achter = 0;
    for (int s = 0; s < aantal; s++) {
      wachtOp[s] = na[s].length + overlapt[s].length;
      if (wachtOp[s] == 0) {
        gereed[achter++] = s;
      }
    }
    for (int voor = 0; voor < achter; voor++) {
      for (int[] volgers : new int[][] {gevolgdDoor[gereed[voor]], overlaptDoor[gereed[voor]]}) {
        for (int t : volgers) {
          if (--wachtOp[t] == 0) {
            gereed[achter++] = t;
          }
        }
      }
    }
    if (achter < aantal) {
      throw new PlanopgaveGeweigerd(
          "Deze stappen wachten op elkaar of op stappen die dat doen: " + wachtenden(wachtOp) + ".");
    }
    return gereed;
  }

  private String wachtenden(int[] wachtOp) {
    List<String> namen =
        IntStream.range(0, aantal)
            .filter(s -> wachtOp[s] > 0)
            .mapToObj(s -> stap[s].omschrijving())
            .toList();
    return namen.stream().collect(Collectors.joining(", "));
  }
}
