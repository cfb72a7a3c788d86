package nl.besluitroute.proces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taakmotor.Formulier;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.stereotype.Component;

/** The Camunda Forms of the tasks: their schema, the choices handed in, and what comes back checked. */
@Component
class Formulieren {
  static final String VERSIES = "versies";
  static final String GEMEENTEN = "gemeenten";

  private final FormService forms;
  private final Agenda agenda;
  private final Versies versies;
  private final Visies visies;
  private final Regios regios;
  private final Behandelingen behandelingen;
  private final Standen standen;
  private final Formuliercontrole controle;
  private final Klok klok;
  private final ObjectMapper json;
  /** Read forms by the task's model: models are few and never change, tasks are many. */
  private final Map<String, JsonNode> gelezen = new ConcurrentHashMap<>();

  Formulieren(
      FormService forms,
      Agenda agenda,
      Versies versies,
      Visies visies,
      Regios regios,
      Behandelingen behandelingen,
      Standen standen,
      Formuliercontrole controle,
      Klok klok,
      ObjectMapper json) {
    this.forms = forms;
    this.agenda = agenda;
    this.versies = versies;
    this.visies = visies;
    this.regios = regios;
    this.behandelingen = behandelingen;
    this.standen = standen;
    this.controle = controle;
    this.klok = klok;
    this.json = json;
  }

  Formulier formulier(String taak) {
    return new Formulier(schematekst(taak), gegevens(rij(taak)));
  }

  /**
   * The values of the form's own fields; see {@link Formuliercontrole}.
   *
   * @param model the task's process definition and id in it, which name its form for good
   */
  Map<String, Object> controleer(String taak, String model, Map<String, Object> invoer) {
    AgendaTaak rij = rij(taak);
    JsonNode schema = gelezen.computeIfAbsent(model, m -> lees(schematekst(taak)));
    return controle.controleer(
        schema,
        invoer,
        (lijst, waarde) ->
            switch (lijst) {
              case VERSIES -> versies.versie(rij.visie(), waarde).isPresent();
              case GEMEENTEN -> visies.deelnemers(rij.visie()).contains(waarde);
              default -> false;
            });
  }

  private AgendaTaak rij(String taak) {
    return agenda.vind(taak).orElseThrow(() -> new TaakNietOpen("No such task: " + taak));
  }

  private String schematekst(String taak) {
    try (InputStream in = forms.getDeployedTaskForm(taak)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (NullValueException e) {
      throw new TaakNietOpen(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode lees(String schema) {
    try {
      return json.readTree(schema);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<Keuze>> keuzes(AgendaTaak taak) {
    Map<String, List<Keuze>> keuzes = new HashMap<>();
    List<Versie> alle = new ArrayList<>(versies.vanVisie(taak.visie()));
    java.util.Collections.reverse(alle);
    keuzes.put(
        VERSIES,
        alle.stream()
            .map(v -> new Keuze(v.nummer() + " (" + GeschrevenDatum.op(v.datum()).tekst() + ")", v.nummer()))
            .toList());
    keuzes.put(
        GEMEENTEN,
        regios.gemeenten(visies.deelnemers(taak.visie())).stream()
            .map(g -> new Keuze(g.naam(), g.code()))
            .toList());
    return keuzes;
  }

  private Map<String, Object> gegevens(AgendaTaak taak) {
    Map<String, Object> gegevens = new HashMap<>(keuzes(taak));
    LocalDate vandaag = klok.vandaag();
    String vergadering = vergadering(taak, vandaag);
    String nieuwste = versies.nieuwste(taak.visie()).map(Versie::nummer).orElse(null);
    switch (taak.soort()) {
      case "taak_stukkenVerzenden" -> {
        gegevens.put("verzonden_op", vandaag.toString());
        gegevens.put("versie", nieuwste);
      }
      case "taak_conclusieVastleggen" -> {
        gegevens.put("datum", vergadering);
        gegevens.put("vervolg", "verder");
        gegevens.put(
            "versie",
            behandelingen.openVan(taak.stap()).flatMap(Behandeling::verzendversie).orElse(nieuwste));
      }
      case "taak_versieVastleggen" -> {
        gegevens.put("datum", vandaag.toString());
        gegevens.put("onderdelen", List.of(Map.of()));
      }
      case "taak_collegebesluitVastleggen", "taak_raadsbesluitVastleggen" -> {
        gegevens.put("datum", vergadering);
        gegevens.put("versie", nieuwste);
        gegevens.put("dictum", visies.visie(taak.visie()).gevraagdBesluit());
      }
      case "taak_besluitrondeAfsluiten", "taak_adviesTweedeRonde" -> {
        gegevens.put("datum", vandaag.toString());
        gegevens.put("standzin", standen.van(taak.visie()).zin());
      }
      default -> gegevens.put("datum", null);
    }
    return gegevens;
  }

  /**
   * The day on which the outcome will have come about: as planned, or today when no day is planned.
   * Null when the planned day lies ahead: nothing can have come of it, so an earlier day is for the
   * person to give.
   */
  private String vergadering(AgendaTaak taak, LocalDate vandaag) {
    LocalDate dag =
        visies.stap(taak.stap()).gepland().flatMap(GeschrevenDatum::precies).orElse(vandaag);
    return dag.isAfter(vandaag) ? null : dag.toString();
  }

  /** A choice as form-js takes it. */
  record Keuze(String label, String value) {}
}
