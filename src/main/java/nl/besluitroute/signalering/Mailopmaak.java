package nl.besluitroute.signalering;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import nl.besluitroute.kalender.Klok;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A mail as it goes out: plain text, and the same as HTML. */
@Component
class Mailopmaak {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter KORT =
      DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("nl-NL"));

  private final ITemplateEngine sjablonen;
  private final Mailinstelling instelling;
  private final Klok klok;

  Mailopmaak(ITemplateEngine sjablonen, Mailinstelling instelling, Klok klok) {
    this.sjablonen = sjablonen;
    this.instelling = instelling;
    this.klok = klok;
  }

  /**
   * A line of the reader's work list.
   *
   * @param visie title; null where it is not to be named
   */
  record Werk(String naam, String visie, LocalDate uiterlijk, boolean teLaat, String pad) {
    /** As it stands behind the work. */
    public String wanneer() {
      return (teLaat ? "te laat, uiterlijk " : "uiterlijk ") + KORT.format(uiterlijk);
    }
  }

  /**
   * What a mail says.
   *
   * @param dag of an overview; null for what goes at once
   * @param werk the first of the reader's work that is late or due this week; only in an overview
   * @param teLaat how much of it is late, and
   * @param dezeWeek how much is due this week
   * @param waarom why the reader gets it, in one sentence
   */
  record Inhoud(
      LocalDate dag, List<Melding> meldingen, List<Werk> werk, long teLaat, long dezeWeek, String waarom) {

    boolean leeg() {
      return meldingen.isEmpty() && werk.isEmpty();
    }

    /** What, and by when. */
    String onderwerp() {
      if (dag == null) {
        int meer = meldingen.size() - 1;
        return meldingen.get(0).kop() + (meer == 0 ? "" : meer == 1 ? ", en 1 ander signaal" : ", en " + meer + " andere signalen");
      }
      StringBuilder wat = new StringBuilder("Uw overzicht van " + Signaalschrijver.DAG.format(dag) + ": ");
      if (teLaat > 0) {
        wat.append(teLaat).append(" te laat, ");
      }
      if (dezeWeek > 0) {
        wat.append(dezeWeek).append(" deze week, ");
      }
      int nieuw = meldingen.size();
      return wat.append(nieuw == 1 ? "1 nieuw signaal" : nieuw == 0 ? "geen nieuwe signalen" : nieuw + " nieuwe signalen").toString();
    }
  }

  MimeMessage maak(MimeMessage leeg, Mail mail, String aan, Inhoud inhoud) throws MessagingException {
    Context waarden = waarden(inhoud.onderwerp());
    waarden.setVariable("inhoud", inhoud);
    return maak(leeg, mail, aan, inhoud.onderwerp(), tekst(inhoud), sjablonen.process("mail/signalen", waarden));
  }

  /**
   * The one mail that goes to an address of which nobody knows yet whose it is.
   *
   * @param voor function of the account, or name of the body
   * @param tot last moment at which the link works
   */
  MimeMessage maakVraag(MimeMessage leeg, Mail mail, String aan, String voor, String sleutel, String tot)
      throws MessagingException {
    String link = instelling.adres() + Signalen.BEVESTIG_PAD + "/" + sleutel;
    String onderwerp = "Bevestig uw e-mailadres voor Besluitroute";
    List<String> zinnen =
        List.of(
            "Dit adres is in Besluitroute opgegeven om berichten voor " + voor + " te ontvangen.",
            "Is dat juist, bevestig het dan uiterlijk " + tot + ". De link werkt één keer.",
            "Verwachtte u dit bericht niet? Dan hoeft u niets te doen: naar dit adres gaan dan geen berichten.");
    StringBuilder tekst = new StringBuilder();
    regel(tekst, zinnen.get(0));
    regel(tekst, zinnen.get(1));
    regel(tekst, link);
    tekst.append("\r\n");
    regel(tekst, zinnen.get(2));
    Context waarden = waarden(onderwerp);
    waarden.setVariable("zinnen", zinnen);
    waarden.setVariable("link", link);
    return maak(
        leeg, mail, aan, onderwerp, tekst.toString(), sjablonen.process("mail/bevestigen", waarden));
  }

  private MimeMessage maak(
      MimeMessage leeg, Mail mail, String aan, String onderwerp, String tekst, String html)
      throws MessagingException {
    try {
      leeg.setFrom(new InternetAddress(instelling.afzender(), "Besluitroute", UTF_8));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
    leeg.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(aan, true));
    leeg.setSubject(eenRegel(onderwerp), UTF_8);
    leeg.setSentDate(Date.from(klok.instant()));
    leeg.setHeader("Message-ID", mail.messageId);
    // No answer from a machine, and none from who is on holiday.
    leeg.setHeader("Auto-Submitted", "auto-generated");
    MimeMultipart delen = new MimeMultipart("alternative");
    delen.addBodyPart(deel(tekst, "text/plain"));
    delen.addBodyPart(deel(html, "text/html"));
    leeg.setContent(delen);
    return leeg;
  }

  private static MimeBodyPart deel(String tekst, String soort) throws MessagingException {
    MimeBodyPart deel = new MimeBodyPart();
    deel.setContent(tekst, soort + "; charset=UTF-8");
    return deel;
  }

  /** What is entered by others stands in a header: a line end in it must not begin another. */
  static String eenRegel(String tekst) {
    return tekst.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  private Context waarden(String onderwerp) {
    Context waarden = new Context(Locale.forLanguageTag("nl-NL"));
    waarden.setVariable("onderwerp", eenRegel(onderwerp));
    waarden.setVariable("adres", instelling.adres());
    return waarden;
  }

  private String tekst(Inhoud inhoud) {
    StringBuilder t = new StringBuilder();
    for (Melding m : inhoud.meldingen()) {
      regel(t, m.kop());
      m.visie().ifPresent(titel -> regel(t, titel));
      if (!m.zin().isEmpty()) {
        regel(t, m.zin());
      }
      regel(t, instelling.adres() + m.pad());
      t.append("\r\n");
    }
    if (!inhoud.werk().isEmpty()) {
      regel(t, "IN UW AGENDA: " + agenda(inhoud));
      t.append("\r\n");
      for (Werk w : inhoud.werk()) {
        regel(t, w.naam() + " - " + w.wanneer());
        if (w.visie() != null) {
          regel(t, w.visie());
        }
        regel(t, instelling.adres() + w.pad());
        t.append("\r\n");
      }
      regel(t, "Uw hele agenda: " + instelling.adres() + "/agenda");
      t.append("\r\n");
    }
    regel(t, "--");
    regel(t, inhoud.waarom());
    return t.toString();
  }

  private static String agenda(Inhoud inhoud) {
    return inhoud.teLaat() + " te laat, " + inhoud.dezeWeek() + " deze week";
  }

  private static void regel(StringBuilder t, String tekst) {
    t.append(eenRegel(tekst)).append("\r\n");
  }
}
