package nl.besluitroute.signalering;

import nl.besluitroute.kalender.Klok;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round all the time, on every node; without a mail server, or beside a replay, never. */
@Component
@EnableScheduling
class Postbode {
  private final Postkamer postkamer;
  private final Mailinstelling instelling;
  private final ObjectProvider<JavaMailSender> post;
  private final Klok klok;

  Postbode(
      Postkamer postkamer, Mailinstelling instelling, ObjectProvider<JavaMailSender> post, Klok klok) {
    this.postkamer = postkamer;
    this.instelling = instelling;
    this.post = post;
    this.klok = klok;
  }

  /** Once a day, also without a mail server: the page is not to grow for ever. */
  @Scheduled(cron = "${besluitroute.signalen.opruimen}", zone = "Europe/Amsterdam")
  void ruimOp() {
    if (!klok.staatVast()) {
      postkamer.verwijderOude();
    }
  }

  @Scheduled(fixedDelayString = "${besluitroute.mail.ronde}", initialDelayString = "${besluitroute.mail.ronde}")
  void ronde() {
    if (!instelling.ingericht() || klok.staatVast()) {
      return;
    }
    postkamer.bundel();
    postkamer.vraagBevestiging();
    postkamer.overzichten();
    postkamer.verstuur(post.getObject());
  }
}
