package nl.besluitroute.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;

/** Port: the open work as the engine holds it. Implemented by the engine adapter. */
public interface Taakmotor {

  /**
   * What the agenda keeps of a task.
   *
   * @param regios codes of the vision's regions, the leading one first
   */
  record OpenTaak(
      String taak,
      String soort,
      String naam,
      String visie,
      String stap,
      Stap.Soort stapsoort,
      List<String> regios,
      String orgaan,
      String gemeente,
      String groep,
      Instant sinds,
      Instant herinnerOp,
      Instant verlooptOp,
      AgendaTaak.Wacht wacht) {}

  /**
   * A task's form.
   *
   * @param schema the Camunda Form as JSON
   * @param gegevens choices and first values for its fields
   */
  record Formulier(String schema, Map<String, Object> gegevens) {}

  Formulier formulier(String taak);

  /**
   * Completes a task inside the caller's transaction; what was entered is recorded by the step that
   * follows, and never kept in the engine.
   *
   * @throws OnjuisteInvoer when the form or the domain refuses what was entered; the task stays open
   * @throws TaakNietOpen when somebody else was first
   */
  void voltooi(String taak, Map<String, Object> invoer, Gebruiker wie);

  /** All open work, for rebuilding. */
  List<OpenTaak> openTaken();
}
