package nl.besluitroute.signalering;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the administrator of the server set about mail. */
@Component
class Mailinstelling {
  /** What was not mailed within a week is left to the page, so it must stay there longer. */
  private static final int MINSTE_BEWAARDAGEN = 30;

  private static final int MEESTE_BEWAARDAGEN = 3650;

  private final String server;
  private final String afzender;
  private final String adres;
  private final LocalTime overzichtOm;
  private final int bewaardagen;

  Mailinstelling(
      @Value("${spring.mail.host:}") String server,
      @Value("${besluitroute.mail.afzender}") String afzender,
      @Value("${besluitroute.mail.adres}") String adres,
      @Value("${besluitroute.mail.overzicht-om}") String overzichtOm,
      @Value("${besluitroute.signalen.bewaardagen}") int bewaardagen) {
    this.server = server;
    this.afzender = afzender;
    this.adres = adres.replaceAll("/+$", "");
    this.overzichtOm = LocalTime.parse(overzichtOm);
    this.bewaardagen = bewaardagen;
    if (bewaardagen < MINSTE_BEWAARDAGEN || bewaardagen > MEESTE_BEWAARDAGEN) {
      throw new IllegalStateException(
          "besluitroute.signalen.bewaardagen is "
              + bewaardagen
              + ", which is not between "
              + MINSTE_BEWAARDAGEN
              + " and "
              + MEESTE_BEWAARDAGEN);
    }
    try {
      new InternetAddress(afzender, true);
    } catch (AddressException e) {
      throw new IllegalStateException("besluitroute.mail.afzender is no mail address: " + afzender, e);
    }
  }

  /** Whether there is a mail server; without one nothing is sent and all stays to be read on the pages. */
  boolean ingericht() {
    return !server.isBlank();
  }

  String afzender() {
    return afzender;
  }

  /** After the at sign of the sender, for Message-IDs. */
  String domein() {
    return afzender.substring(afzender.indexOf('@') + 1);
  }

  /** Where people reach the pages, for links; without a slash at the end. */
  String adres() {
    return adres;
  }

  /** How many days a signal is kept after which it is of no use any more. */
  int bewaardagen() {
    return bewaardagen;
  }

  /** When on a working day the overviews are made, in Europe/Amsterdam. */
  LocalTime overzichtOm() {
    return overzichtOm;
  }
}
