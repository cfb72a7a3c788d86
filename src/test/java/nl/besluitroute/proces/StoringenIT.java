package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import nl.besluitroute.beheer.Motorbeheer.Storing;
import nl.besluitroute.beheer.Techniek;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Work that the engine gave up on is seen, told once, and tried again. */
@ExtendWith(OutputCaptureExtension.class)
class StoringenIT extends Databaseproef {
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheer", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  @Autowired Techniek techniek;
  @Autowired ManagementService motor;
  @Autowired MeterRegistry meters;

  private Proefvisie visie() {
    return proef.raden(SOEST).versie("0.9").participatie("participatie_partners");
  }

  /** A job of this vision's watch, failed as often as it is tried. */
  private String storing(Proefvisie v) {
    String job =
        proef.jdbc.queryForObject(
            """
            select min(j.ID_) from ACT_RU_JOB j join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_
            where e.ROOT_PROC_INST_ID_ = ?
            """,
            String.class,
            v.wortel());
    motor.setJobRetries(job, 0);
    return job;
  }

  private List<Storing> van(Proefvisie v) {
    return techniek.storingen(1000, BEHEERDER).stream().filter(s -> v.id().equals(s.visie())).toList();
  }

  @Test
  void een_mislukte_job_staat_op_de_pagina_met_zijn_visie_en_stap_en_telt_een_keer(CapturedOutput log) {
    Proefvisie v = visie();
    long eerst = techniek.aantalStoringen(BEHEERDER);
    String job = storing(v);
    assertThat(van(v))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.job()).isEqualTo(job);
              assertThat(s.stap()).isEqualTo(v.id() + "/klankbord_concept");
              assertThat(s.werk()).contains("timer");
              assertThat(s.sinds()).isEqualTo(proef.klok.instant());
            });
    assertThat(techniek.aantalStoringen(BEHEERDER)).isEqualTo(eerst + 1);
    assertThat(meters.get("besluitroute.storingen").gauge().value()).isEqualTo(eerst + 1);
    motor.setJobRetries(job, 0);
    assertThat(log.getAll().split("Job " + job + " of ", -1)).as("told once").hasSize(2);
    techniek.probeerOpnieuw(job, BEHEERDER);
  }

  @Test
  void opnieuw_proberen_geeft_de_job_zijn_pogingen_terug_en_staat_in_het_journaal() {
    Proefvisie v = visie();
    long eerst = techniek.aantalStoringen(BEHEERDER);
    String job = storing(v);
    techniek.probeerOpnieuw(job, BEHEERDER);
    assertThat(van(v)).isEmpty();
    assertThat(techniek.aantalStoringen(BEHEERDER)).isEqualTo(eerst);
    assertThat(motor.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(EngineInrichting.POGINGEN);
    assertThat(
            proef.jdbc.queryForList(
                "select wie || ' ' || tekst from journaal where soort = 'storing_opnieuw' and tekst like ?",
                String.class,
                "%" + v.id() + "%"))
        .singleElement()
        .asString()
        .startsWith("Beheerder Mislukt werk opnieuw geprobeerd: ");
    assertThatThrownBy(() -> techniek.probeerOpnieuw(job, BEHEERDER)).isInstanceOf(IllegalArgumentException.class);
    assertThat(v.journaal("storing_opnieuw")).as("the vision's own history knows no engine").isEmpty();
  }

  @Test
  void de_agenda_herbouwen_verandert_niets_aan_wat_er_staat() {
    Proefvisie v = visie();
    List<String> voor = v.werk();
    assertThat(techniek.herbouwAgenda(BEHEERDER)).isPositive();
    assertThat(v.werk()).isEqualTo(voor);
    assertThat(techniek.beeld(BEHEERDER).omvang().lopend()).isPositive();
    assertThat(techniek.beeld(BEHEERDER).database()).containsPattern("H2|PostgreSQL");
  }

  @Test
  void alleen_een_beheerder_ziet_de_techniek_en_probeert_opnieuw() {
    Proefvisie v = visie();
    String job = storing(v);
    Gebruiker secretaris = proef.secretaris();
    Map<String, String> voor = proef.afdruk();
    for (ThrowingCallable daad :
        List.<ThrowingCallable>of(
            () -> techniek.beeld(secretaris),
            () -> techniek.storingen(10, secretaris),
            () -> techniek.probeerOpnieuw(job, secretaris),
            () -> techniek.herbouwAgenda(secretaris))) {
      assertThatThrownBy(daad).isInstanceOf(GeenToegang.class);
    }
    assertThat(techniek.aantalStoringen(secretaris)).isZero();
    assertThat(proef.afdruk()).isEqualTo(voor);
    techniek.probeerOpnieuw(job, BEHEERDER);
  }
}
