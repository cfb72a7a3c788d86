package nl.besluitroute.signalering;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the administrator of the server set about mail. */
@Component
class Mailinstelling {
  private final String server;
  private final String afzender;
  private final String adres;
  private final LocalTime overzichtOm;

  Mailinstelling(
      @Value("${spring.mail.host:}") String server,
      @Value("${besluitroute.mail.afzender}") String afzender,
      @Value("${besluitroute.mail.adres}") String adres,
      @Value("${besluitroute.mail.overzicht-om}") String overzichtOm) {
    this.server = server;
    this.afzender = afzender;
    this.adres = adres.replaceAll("/+$", "");
    this.overzichtOm = LocalTime.parse(overzichtOm);
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

  /** When on a working day the overviews are made, in Europe/Amsterdam. */
  LocalTime overzichtOm() {
    return overzichtOm;
  }
}
