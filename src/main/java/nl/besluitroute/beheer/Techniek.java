package nl.besluitroute.beheer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of the beheerder around the system itself. Others get {@code GeenToegang}. */
@Service
public class Techniek {
  private final Motorbeheer motor;
  private final Agenda agenda;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;
  private final DataSource bron;

  Techniek(
      @Lazy Motorbeheer motor, Agenda agenda, Toegang toegang, Journaal journaal, Klok klok, DataSource bron) {
    this.motor = motor;
    this.agenda = agenda;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
    this.bron = bron;
  }

  /**
   * The system at this moment.
   *
   * @param database product and version
   * @param klokStaat whether the clock is held still
   */
  public record Beeld(
      Motorbeheer.Omvang omvang, String database, Instant klok, boolean klokStaat) {}

  @Transactional(readOnly = true)
  public Beeld beeld(Gebruiker wie) {
    toegang.eisBeheren(wie);
    return new Beeld(motor.omvang(), database(), klok.instant(), klok.staatVast());
  }

  /** What failed, the oldest first. */
  @Transactional(readOnly = true)
  public List<Motorbeheer.Storing> storingen(int hoogstens, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return motor.storingen(hoogstens);
  }

  /** How much failed; none for who is no beheerder, so that every page may ask. */
  @Transactional(readOnly = true)
  public long aantalStoringen(Gebruiker wie) {
    return toegang.magBeheren(wie) ? motor.aantalStoringen() : 0;
  }

  /** @throws IllegalArgumentException when this is no failed work (any more) */
  @Transactional
  public void probeerOpnieuw(String job, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Motorbeheer.Storing storing = motor.probeerOpnieuw(job);
    journaal.noteer(
        // Not with the vision: its history is for who knows no engine.
        Notitie.van(
                wie.weergave(),
                "storing_opnieuw",
                "Mislukt werk opnieuw geprobeerd: "
                    + storing.werk()
                    + (storing.visie() == null ? "" : ", visie " + storing.visie())
                    + ".")
            .omdat(storing.melding()));
  }

  /**
   * Makes the agenda anew from the engine's open work.
   *
   * @return the number of tasks on it
   */
  @Transactional
  public int herbouwAgenda(Gebruiker wie) {
    toegang.eisBeheren(wie);
    int aantal = agenda.herbouw();
    journaal.noteer(
        Notitie.van(wie.weergave(), "agenda_herbouwd", "Agenda herbouwd: " + aantal + " taken."));
    return aantal;
  }

  private String database() {
    try (Connection verbinding = bron.getConnection()) {
      var gegevens = verbinding.getMetaData();
      return gegevens.getDatabaseProductName() + " " + gegevens.getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new IllegalStateException("The database does not answer", e);
    }
  }
}
