package nl.besluitroute.vergaderschema;

import java.util.Optional;
import java.util.UUID;

/**
 * A meeting was added, moved or cancelled.
 *
 * @param vergadering its id, the same through all changes
 * @param orgaan id of the body
 * @param was empty for a new meeting
 * @param wordt empty for a cancelled meeting
 * @param reden why; null when none was asked
 */
public record VergaderdatumVeranderd(
    UUID vergadering, String orgaan, Optional<Moment> was, Optional<Moment> wordt, String reden) {

  static VergaderdatumVeranderd nieuw(Vergaderdatum v) {
    return new VergaderdatumVeranderd(
        v.id(), v.orgaan(), Optional.empty(), Optional.of(v.moment()), null);
  }

  static VergaderdatumVeranderd verplaatst(Vergaderdatum v, Moment was, String reden) {
    return new VergaderdatumVeranderd(
        v.id(), v.orgaan(), Optional.of(was), Optional.of(v.moment()), reden);
  }

  static VergaderdatumVeranderd vervallen(Vergaderdatum v) {
    return new VergaderdatumVeranderd(
        v.id(), v.orgaan(), Optional.of(v.moment()), Optional.empty(), v.reden().orElse(null));
  }
}
