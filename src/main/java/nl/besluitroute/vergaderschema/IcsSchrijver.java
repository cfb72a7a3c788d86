package nl.besluitroute.vergaderschema;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import nl.besluitroute.kalender.Klok;

/**
 * Writes meetings as iCalendar (RFC 5545): times in UTC, a meeting without a time as a whole day. A
 * meeting keeps its UID and gets a higher SEQUENCE at each change; a cancelled one stays, as
 * CANCELLED, so that who subscribed sees it go.
 */
final class IcsSchrijver {
  private static final String DOMEIN = "@besluitroute";

  private IcsSchrijver() {}

  /** @param organen names of bodies by id */
  static String schrijf(
      String naam, Collection<Vergaderdatum> vergaderingen, Map<String, String> organen) {
    ICalendar ical = new ICalendar();
    ical.setVersion(ICalVersion.V2_0);
    ical.setProductId("-//Besluitroute//Vergaderschema//NL");
    ical.addExperimentalProperty("X-WR-CALNAME", naam);
    ical.addExperimentalProperty("X-PUBLISHED-TTL", "PT1H");
    vergaderingen.forEach(v -> ical.addEvent(afspraak(v, organen.get(v.orgaan()))));
    return Biweekly.write(ical).go();
  }

  private static VEvent afspraak(Vergaderdatum v, String orgaan) {
    VEvent afspraak = new VEvent();
    afspraak.setUid(v.id() + DOMEIN);
    afspraak.setSequence(v.volgnummer());
    afspraak.setDateTimeStamp(Date.from(v.gewijzigdOp()));
    afspraak.setLastModified(Date.from(v.gewijzigdOp()));
    LocalDate dag = v.dag();
    v.aanvang()
        .ifPresentOrElse(
            tijd -> afspraak.setDateStart(Date.from(dag.atTime(tijd).atZone(Klok.ZONE).toInstant())),
            () ->
                afspraak.setDateStart(
                    new biweekly.property.DateStart(
                        new ICalDate(
                            new DateTimeComponents(dag.getYear(), dag.getMonthValue(), dag.getDayOfMonth()),
                            false))));
    afspraak.setSummary(
        (v.isGepland() ? "" : "Vervallen: ") + v.titel().map(t -> orgaan + ": " + t).orElse(orgaan));
    v.plaats().ifPresent(afspraak::setLocation);
    v.reden().ifPresent(afspraak::setDescription);
    afspraak.setStatus(v.isGepland() ? Status.confirmed() : Status.cancelled());
    return afspraak;
  }
}
