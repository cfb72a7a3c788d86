package nl.besluitroute.kalender;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date as an official wrote it, with its meaning in EDTF (ISO 8601-2) and the first and last day
 * that can be meant. Dates are days in Europe/Amsterdam. Ordered by the last day, so that 'Sept/
 * Okt' comes after 2 September; what is unknown comes last.
 *
 * @param tekst as written, at most 200 characters, shown and never calculated with
 * @param edtf the meaning, at most 200 characters
 * @param eerste the first day that can be meant; {@link #VROEGST} when it has no beginning
 * @param laatste the last day that can be meant; {@link #LAATST} when it has no end
 */
@jakarta.persistence.Embeddable
public record GeschrevenDatum(String tekst, String edtf, LocalDate eerste, LocalDate laatste)
    implements Comparable<GeschrevenDatum> {

  /** Longest text and longest meaning, in characters. */
  public static final int MAXIMALE_LENGTE = 200;

  /** First and last year in which something is planned. */
  public static final int EERSTE_JAAR = 2000;

  public static final int LAATSTE_JAAR = 2100;

  /** Stands for 'no beginning'; both databases hold it. */
  public static final LocalDate VROEGST = LocalDate.of(1, 1, 1);

  /** Stands for 'no end'; both databases hold it. */
  public static final LocalDate LAATST = LocalDate.of(9999, 12, 31);

  /** A date of which nothing is known. */
  public static final GeschrevenDatum ONBEKEND =
      new GeschrevenDatum("onbekend", "XXXX", VROEGST, LAATST);

  private static final DateTimeFormatter KORT = DateTimeFormatter.ofPattern("dd-MM-yy");
  private static final Comparator<GeschrevenDatum> VOLGORDE =
      Comparator.comparing(GeschrevenDatum::laatste)
          .thenComparing(GeschrevenDatum::eerste)
          .thenComparing(GeschrevenDatum::tekst)
          .thenComparing(GeschrevenDatum::edtf);

  /**
   * What became of a text that was read: the date, or the Dutch sentence that says why there is
   * none.
   */
  public record Lezing(Optional<GeschrevenDatum> datum, String reden) {

    /** None for a day that nobody plans or planned: a year is soon mistyped. */
    public static Lezing van(GeschrevenDatum datum) {
      return Stream.of(datum.eerste, datum.laatste)
          .filter(dag -> !dag.equals(VROEGST) && !dag.equals(LAATST) && !isPlanbaar(dag))
          .findFirst()
          .map(
              dag ->
                  niet(
                      "Het jaar %d ligt niet in %d tot en met %d; controleer het jaar"
                          .formatted(dag.getYear(), EERSTE_JAAR, LAATSTE_JAAR)))
          .orElseGet(() -> new Lezing(Optional.of(datum), ""));
    }

    static Lezing niet(String reden) {
      return new Lezing(Optional.empty(), reden);
    }
  }

  /**
   * @throws IllegalArgumentException with a Dutch sentence when a text is empty, too long or holds
   *     control characters, or when the meaning cannot be read or is not of these two days
   */
  public GeschrevenDatum {
    Objects.requireNonNull(eerste, "eerste");
    Objects.requireNonNull(laatste, "laatste");
    eis(tekst, "De datum");
    eis(edtf, "De betekenis van de datum");
    Edtf.Bereik bereik = bereik(edtf);
    if (!bereik.eerste().equals(eerste) || !bereik.laatste().equals(laatste)) {
      throw new IllegalArgumentException(
          "'%s' loopt van %s tot en met %s".formatted(edtf, bereik.eerste(), bereik.laatste()));
    }
  }

  /** Whether this day is in the years in which something is planned. */
  public static boolean isPlanbaar(LocalDate dag) {
    return dag.getYear() >= EERSTE_JAAR && dag.getYear() <= LAATSTE_JAAR;
  }

  /** One day, written as in a Behandeling: {@code 23-08-21}. */
  public static GeschrevenDatum op(LocalDate dag) {
    return new GeschrevenDatum(KORT.format(dag), dag.toString(), dag, dag);
  }

  /**
   * A text with the meaning that its writer gave it.
   *
   * @throws IllegalArgumentException with a Dutch sentence when one of them does not do
   */
  public static GeschrevenDatum van(String tekst, String edtf) {
    eis(tekst, "De datum");
    eis(edtf, "De betekenis van de datum");
    Edtf.Bereik bereik = bereik(edtf);
    return new GeschrevenDatum(tekst, edtf, bereik.eerste(), bereik.laatste());
  }

  private static Edtf.Bereik bereik(String edtf) {
    return Edtf.lees(edtf)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + edtf + "' is geen datum volgens EDTF"));
  }

  /** A text that is kept as written though its meaning is unknown; comes last in any order. */
  public static GeschrevenDatum zonderBetekenis(String tekst) {
    return van(tekst, ONBEKEND.edtf());
  }

  /**
   * Reads what officials write ('2 september', 'Sept/ Okt', 'tweede kwartaal'); a year that is not
   * written is {@code jaar}. A list that runs over New Year goes on in the next year.
   */
  public static Lezing lees(String tekst, int jaar) {
    return GeschrevenDatumLezer.lees(tekst, jaar);
  }

  /** As {@link #lees(String, int)}; a year that is not written is the one that comes nearest. */
  public static Lezing lees(String tekst, LocalDate nabij) {
    return GeschrevenDatumLezer.leesNabij(tekst, nabij);
  }

  /**
   * As {@link #lees(String, int)}; a year that is not written is the first not over before a day.
   */
  public static Lezing leesVanaf(String tekst, LocalDate vanaf) {
    return GeschrevenDatumLezer.leesVanaf(tekst, vanaf);
  }

  /** The day, when one day is meant (also when it is marked approximate or uncertain). */
  public Optional<LocalDate> precies() {
    return eerste.equals(laatste) ? Optional.of(eerste) : Optional.empty();
  }

  /** Whether anything is known of the meaning. */
  public boolean isBekend() {
    return !laatste.equals(LAATST) || !eerste.equals(VROEGST);
  }

  /** Whether the whole of it lies before this day. */
  public boolean isVoorbijOp(LocalDate dag) {
    return laatste.isBefore(dag);
  }

  /** The text as written. */
  public String toon() {
    return tekst;
  }

  @Override
  public int compareTo(GeschrevenDatum ander) {
    return VOLGORDE.compare(this, ander);
  }

  private static void eis(String tekst, String wat) {
    if (tekst == null || tekst.isBlank()) {
      throw new IllegalArgumentException(wat + " is leeg");
    }
    if (tekst.codePointCount(0, tekst.length()) > MAXIMALE_LENGTE) {
      throw new IllegalArgumentException(wat + " is langer dan " + MAXIMALE_LENGTE + " tekens");
    }
    if (tekst.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(wat + " bevat een regeleinde of een ander stuurteken");
    }
  }
}
