package nl.besluitroute.agenda;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.stuk.Vingerafdruk;

/** Reads what several rows of the desks have in common. */
final class Deskrij {
  /** Columns of {@code k}, a row of {@code agenda_kop}. */
  static final String VERSIEKOLOMMEN = "k.versie, k.versiedatum, k.kenmerk";

  private Deskrij() {}

  static LocalDate dag(ResultSet r, String kolom) throws SQLException {
    return r.getObject(kolom, LocalDate.class);
  }

  /** Null when there is none. */
  static Instant moment(ResultSet r, String kolom) throws SQLException {
    OffsetDateTime moment = r.getObject(kolom, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  /** The columns of an embedded date, named by what comes before {@code _tekst}. */
  static String datumkolommen(String tabel, String datum) {
    return "%1$s.%2$s_tekst as %1$s_%2$s_tekst, %1$s.%2$s_edtf as %1$s_%2$s_edtf ".formatted(tabel, datum);
  }

  /**
   * Its days follow from its EDTF: those of an unknown date lie before the Gregorian calendar, where
   * a driver may read another day than was written.
   */
  static Optional<GeschrevenDatum> geschreven(ResultSet r, String datum) throws SQLException {
    return geschreven(r.getString(datum + "_tekst"), r.getString(datum + "_edtf"));
  }

  /** The same of a date that was read already; both null when there is none. */
  static Optional<GeschrevenDatum> geschreven(String tekst, String edtf) {
    return Optional.ofNullable(tekst).map(t -> GeschrevenDatum.van(t, edtf));
  }

  static Optional<Versiekop> versie(ResultSet r) throws SQLException {
    String nummer = r.getString("versie");
    return nummer == null
        ? Optional.empty()
        : Optional.of(
            new Versiekop(
                nummer, dag(r, "versiedatum"), new Vingerafdruk(r.getString("kenmerk"))));
  }
}
