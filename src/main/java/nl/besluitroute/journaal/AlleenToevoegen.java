package nl.besluitroute.journaal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** H2's side of the append-only rule; PostgreSQL has the same trigger in SQL (migration 004). */
public class AlleenToevoegen implements Trigger {
  private String tabel;

  @Override
  public void init(
      Connection verbinding, String schema, String naam, String tabel, boolean vooraf, int soort) {
    this.tabel = tabel;
  }

  @Override
  public void fire(Connection verbinding, Object[] oud, Object[] nieuw) throws SQLException {
    throw new SQLException("Tabel " + tabel + " is alleen om toe te voegen", "23000");
  }
}
