package nl.besluitroute.kalender;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock of the JVM. Instants are UTC; dates are those of Europe/Amsterdam. It follows the
 * system clock until a replay fixes it with {@link #zet}, and again after {@link #loopt}.
 */
public final class Klok extends Clock {

  /** The zone of every date in the system. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private final Clock systeem = Clock.system(ZONE);
  private final List<Consumer<Optional<Instant>>> luisteraars = new CopyOnWriteArrayList<>();
  private volatile Instant vast;

  /** Fixes the clock at this instant, forwards or backwards, until the next call. */
  public void zet(Instant moment) {
    wijzig(Objects.requireNonNull(moment, "moment"));
  }

  /** Lets the clock follow the system clock again. */
  public void loopt() {
    wijzig(null);
  }

  /** Whether a replay holds the clock still. */
  public boolean staatVast() {
    return vast != null;
  }

  /**
   * Registers a listener that hears each change before the call that made it returns: the instant
   * at which the clock stands, or empty when it follows the system clock. It is told the present
   * setting at once, so that who registers late does not run apart.
   */
  public synchronized void bijWijziging(Consumer<Optional<Instant>> luisteraar) {
    luisteraars.add(Objects.requireNonNull(luisteraar, "luisteraar"));
    luisteraar.accept(Optional.ofNullable(vast));
  }

  /** Today in Europe/Amsterdam. */
  public LocalDate vandaag() {
    return LocalDate.ofInstant(instant(), ZONE);
  }

  @Override
  public Instant instant() {
    Instant moment = vast;
    return moment != null ? moment : systeem.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZONE;
  }

  /** The same clock seen in another zone; it keeps following this one. */
  @Override
  public Clock withZone(ZoneId zone) {
    return zone.equals(ZONE) ? this : new InZone(this, zone);
  }

  private synchronized void wijzig(Instant moment) {
    vast = moment;
    luisteraars.forEach(luisteraar -> luisteraar.accept(Optional.ofNullable(moment)));
  }

  private static final class InZone extends Clock {
    private final Klok klok;
    private final ZoneId zone;

    InZone(Klok klok, ZoneId zone) {
      this.klok = klok;
      this.zone = Objects.requireNonNull(zone, "zone");
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId andere) {
      return klok.withZone(andere);
    }

    @Override
    public Instant instant() {
      return klok.instant();
    }
  }
}
