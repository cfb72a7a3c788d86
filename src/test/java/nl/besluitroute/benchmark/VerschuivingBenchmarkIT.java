package nl.besluitroute.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databasetest;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Visieplanning;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * Moving a meeting of a running vision with 21 municipalities, with all that follows from it, in
 * statements and ms; beside what one would do without: starting the vision anew and bringing it to
 * where it was. Alternating in one run, on PostgreSQL.
 */
@Databasetest
@Import(DoorvoerBenchmarkIT.Telling.class)
class VerschuivingBenchmarkIT {
  private static final int GEMEENTEN = 21;
  private static final int OPWARMEN = 5;
  private static final int KEER = Integer.getInteger("besluitroute.benchmark.paren", 15);
  private static final String UO = "proef-uitvoeringsoverleg";

  @Autowired private Proefomgeving proef;
  @Autowired private Teller teller;
  @Autowired private Vergaderschema schema;
  @Autowired private Visieplanning planning;
  @Autowired private Herplanning herplanning;

  private record Meting(double ms, long statements) {}

  private Meting meet(Runnable wat) {
    teller.begin();
    long begin = System.nanoTime();
    wat.run();
    return new Meting((System.nanoTime() - begin) / 1e6, teller.statements.sum());
  }

  @Test
  void een_vergadering_verplaatsen_naast_opnieuw_beginnen() {
    List<String> gemeenten =
        proef.jdbc.queryForList("select code from gemeente where code like 'GM%' order by code", String.class)
            .subList(0, GEMEENTEN);
    Meting[] bekijken = new Meting[KEER];
    Meting[] verplaatsen = new Meting[KEER];
    Meting[] opnieuw = new Meting[KEER];
    int stappen = 0;
    for (int i = -OPWARMEN; i < KEER; i++) {
      int jaar = 2028 + 2 * (i + OPWARMEN);
      LocalDate dag = LocalDate.of(jaar, 6, 10);
      proef.zet(LocalDate.of(jaar, 1, 5));
      UUID vergadering =
          schema.voegToe(UO, dag, null, null, null, proef.secretaris()).vergadering().id();
      Proefvisie[] v = new Proefvisie[1];
      Meting begin = meet(() -> v[0] = totUitvoeringsoverleg(jaar, gemeenten));
      LocalDate naar = dag.plusDays(21);
      Herplanning.Voorbeeld[] gezien = new Herplanning.Voorbeeld[1];
      Meting blik =
          meet(() -> gezien[0] = herplanning.als(vergadering, Optional.of(naar), proef.secretaris()));
      Meting zet =
          meet(
              () ->
                  herplanning.verplaats(
                      vergadering, naar, null, "Zaal bezet.", gezien[0].kenmerk(), proef.secretaris()));
      assertThat(v[0].stap("uo_definitief").gepland()).contains(GeschrevenDatum.op(naar));
      stappen = gezien[0].visies().get(0).regels().size();
      assertThat(stappen).isGreaterThan(2 * GEMEENTEN);
      if (i >= 0) {
        opnieuw[i] = begin;
        bekijken[i] = blik;
        verplaatsen[i] = zet;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nVergadering van een visie met %d gemeenten; %d stappen krijgen een andere datum (n = %d)%n",
        GEMEENTEN, stappen, KEER);
    toon("bekijken wat er verschuift", bekijken, opnieuw);
    toon("verplaatsen, alles mee", verplaatsen, opnieuw);
    toon("opnieuw beginnen tot hetzelfde punt", opnieuw, opnieuw);
  }

  /** With the dates of the plan, waiting for the meeting of the uitvoeringsoverleg. */
  private Proefvisie totUitvoeringsoverleg(int jaar, List<String> gemeenten) {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", gemeenten, Vaststellingsregel.ALLE_RADEN, LocalDate.of(jaar, 1, 5), null);
    planning.neemOver(
        v.id(), planning.plan(v.id(), proef.secretaris()).kenmerk(), "Eerste planning.", proef.secretaris());
    v.werkAf();
    v.versie("0.1").participatie("participatie_partners").overleg("klankbord_concept", "0.1").versie("1.0");
    return v;
  }

  private static void toon(String wat, Meting[] m, Meting[] naast) {
    System.out.printf(
        Locale.ROOT,
        "%-38s p50 %8.1f ms  p95 %8.1f ms  %6d statements  %5.2f x de tijd%n",
        wat, tijd(m, 50), tijd(m, 95), m[m.length - 1].statements(), tijd(m, 50) / tijd(naast, 50));
  }

  private static double tijd(Meting[] m, int percentiel) {
    double[] ms = Arrays.stream(m).mapToDouble(Meting::ms).sorted().toArray();
    return ms[Math.min(ms.length - 1, ms.length * percentiel / 100)];
  }
}
