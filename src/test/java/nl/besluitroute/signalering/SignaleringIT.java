package nl.besluitroute.signalering;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.besluitroute.agenda.Werkverdeling;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.vergaderschema.Vergaderschema;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Vaststellingsregel;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** From a fact to a mail in somebody's box: who is told, what, once, and never lost. */
class SignaleringIT extends Databaseproef {
  private static final String UO = "proef-uitvoeringsoverleg";

  // The concept is ready on Thursday 19 March 2026.
  private static final LocalDate GEREED = LocalDate.of(2026, 3, 19);

  /** The process dies: nothing that comes after runs. */
  private static final class Stroomuitval extends Error {}

  @RegisterExtension
  static final GreenMailExtension MAILSERVER = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

  @Autowired private Accounts accounts;
  @Autowired private Postkamer postkamer;
  @Autowired private Postbeheer postbeheer;
  @Autowired private Signalen signalen;
  @Autowired private Werkverdeling verdeling;
  @Autowired private Vergaderschema schema;
  @Autowired private Vertrouwelijkheden vertrouwelijkheden;

  @BeforeEach
  void mensen() {
    proef.zonderAccounts();
    proef.transactie.executeWithoutResult(s -> proef.jdbc.update("delete from contact"));
    account("collega", "Secretaris Oost", true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    account("manager", "Manager", true, Toekenning.inRegio(Rol.MANAGER, REGIO));
  }

  @AfterEach
  void zonder() {
    proef.zonderAccounts();
  }

  private void account(String naam, String weergave, boolean mail, Toekenning... rollen) {
    accounts.voegToe(naam, weergave, "een lang wachtwoord", false, List.of(rollen));
    if (mail) {
      voorkeur(naam, true, true);
    }
  }

  private void voorkeur(String naam, boolean overzicht, boolean dringend) {
    proef.transactie.executeWithoutResult(
        s -> {
          proef.jdbc.update("delete from signaal_voorkeur where account = ?", naam);
          proef.jdbc.update(
              "insert into signaal_voorkeur (account, mail, overzicht, dringend) values (?, ?, ?, ?)",
              naam, naam + "@voorbeeld.nl", overzicht, dringend);
        });
  }

  private static JavaMailSenderImpl server() {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(MAILSERVER.getSmtp().getPort());
    return server;
  }

  /** The mail server takes the mail, and then the process dies. */
  private static JavaMailSender valtUitNaVerzenden() {
    JavaMailSenderImpl server =
        new JavaMailSenderImpl() {
          @Override
          public void send(MimeMessage bericht) {
            super.send(bericht);
            throw new Stroomuitval();
          }
        };
    server.setHost("127.0.0.1");
    server.setPort(MAILSERVER.getSmtp().getPort());
    return server;
  }

  private int ronde() {
    postkamer.bundel();
    postkamer.vraagBevestiging();
    postkamer.overzichten();
    return postkamer.verstuur(server());
  }

  /** The secret of the link in a mail that asks for confirmation. */
  private static String sleutel(MimeMessage m) throws MessagingException, IOException {
    Matcher link = Pattern.compile("/mailadres/([A-Za-z0-9_-]+)").matcher(deel(m, 0));
    assertThat(link.find()).isTrue();
    assertThat(deel(m, 1)).contains(link.group());
    return link.group(1);
  }

  private Gebruiker wie(String account) {
    return accounts.zoek(account).orElseThrow();
  }

  private static Signalen.Wens wens(String mail) {
    return new Signalen.Wens(Optional.ofNullable(mail), true, true);
  }

  private static List<MimeMessage> ontvangen() {
    return List.of(MAILSERVER.getReceivedMessages());
  }

  private static List<MimeMessage> ontvangen(String account) throws MessagingException {
    List<MimeMessage> van = new ArrayList<>();
    for (MimeMessage m : ontvangen()) {
      if (m.getAllRecipients()[0].toString().equals(account + "@voorbeeld.nl")) {
        van.add(m);
      }
    }
    return van;
  }

  private static String deel(MimeMessage m, int nummer) throws MessagingException, IOException {
    BodyPart deel = ((MimeMultipart) m.getContent()).getBodyPart(nummer);
    return (String) deel.getContent();
  }

  private List<String> signalen(String account) {
    return proef.jdbc.queryForList(
        "select soort from signaal where account = ? order by gemaakt_op, soort", String.class, account);
  }

  private long aantal(String tabel) {
    return proef.jdbc.queryForObject("select count(*) from " + tabel, Long.class);
  }

  private void wachten(Duration duur) {
    proef.klok.zet(proef.klok.instant().plus(duur));
  }

  /** A vision whose concept is late since midnight. */
  private Proefvisie teLaat() {
    return proef.raden(SOEST).tot(GEREED.plusDays(1));
  }

  // -- what goes at once -------------------------------------------------------------------------

  @Test
  void wat_te_laat_is_gaat_direct_naar_wie_het_werk_doet_met_wat_wanneer_waarvoor_en_waar() throws Exception {
    account("griffier", "Griffier Soest", true, Toekenning.inGemeente(Rol.GRIFFIER, SOEST));
    account("uo", "Secretaris UO", true, Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, UO));
    Proefvisie v = teLaat();
    assertThat(signalen("collega")).containsExactly("HERINNERING", "TE_LAAT");
    assertThat(Stream.of("griffier", "uo", "manager").flatMap(a -> signalen(a).stream())).isEmpty();
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    assertThat(ronde()).isEqualTo(1);

    MimeMessage mail = ontvangen("collega").get(0);
    String taak = v.taak("versieVastleggen").naam();
    assertThat(mail.getSubject()).isEqualTo("Te laat: " + taak + " (uiterlijk 19 maart)");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@localhost>");
    for (int nummer : List.of(0, 1)) {
      assertThat(deel(mail, nummer))
          .contains("Te laat: " + taak + " (uiterlijk 19 maart)")
          .contains("Regiovisie " + v.id())
          .contains("op donderdag 19 maart 2026.")
          .contains("/taken/" + v.taak("versieVastleggen").taak())
          .contains("als Secretaris Oost")
          .doesNotContain("Uiterlijk 19 maart:");
    }
    assertThat(ronde()).as("eenmaal").isZero();
  }

  @Test
  void wat_verzonden_is_staat_in_het_journaal_zonder_adres() {
    Proefvisie v = teLaat();
    assertThat(v.journaal(Signalen.VERZONDEN)).isEmpty();
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    ronde();
    assertThat(v.journaal(Signalen.VERZONDEN))
        .singleElement()
        .satisfies(
            g -> {
              assertThat(g.wie()).isEqualTo("systeem");
              assertThat(g.tekst()).isEqualTo("Per e-mail gemeld aan Secretaris Oost: te laat.");
              assertThat(g.tijdstip()).isEqualTo(proef.klok.instant());
            });
  }

  @Test
  void een_verplaatste_of_vervallen_vergadering_gaat_direct_behalve_naar_wie_het_deed() throws Exception {
    proef.zet(LocalDate.of(2051, 1, 2));
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(2051, 1, 2), null);
    UUID id = schema.voegToe(UO, LocalDate.of(2051, 1, 17), null, null, null, proef.secretaris()).vergadering().id();
    proef.stappen.zetOpVergadering(
        StapId.van(v.id(), "uo_definitief"), LocalDate.of(2051, 1, 17), Optional.of(id), null, proef.secretaris());
    assertThat(signalen("collega")).containsExactly("DATUM_GEWIJZIGD");
    postkamer.bundel();
    assertThat(aantal("signaal_mail")).as("een gewone datum wacht op het overzicht").isZero();

    schema.verplaats(id, LocalDate.of(2051, 1, 19), java.time.LocalTime.of(19, 30), "Geen zaal.", proef.secretaris());
    postkamer.bundel();
    postkamer.verstuur(server());
    assertThat(ontvangen("collega")).singleElement().satisfies(m -> {
      assertThat(m.getSubject())
          .isEqualTo("Vergadering verplaatst: " + v.stap("uo_definitief").naam() + " naar donderdag 19 januari 2051, 19:30 uur");
      assertThat(deel(m, 0))
          .contains("Was dinsdag 17 januari 2051.")
          .contains("Reden: Vergadering verplaatst: Geen zaal.")
          .contains("/visies/" + v.id() + "/planning");
    });
    schema.laatVervallen(id, "Te weinig punten.", accounts.gebruiker("collega"));
    assertThat(signalen("collega")).as("zij deed het zelf").doesNotContain("VERGADERING_VERVALLEN");

    UUID ander = schema.voegToe(UO, LocalDate.of(2051, 1, 20), null, null, null, proef.secretaris()).vergadering().id();
    proef.stappen.zetOpVergadering(
        StapId.van(v.id(), "uo_definitief"), LocalDate.of(2051, 1, 20), Optional.of(ander), null, proef.secretaris());
    schema.laatVervallen(ander, "Te weinig punten.", proef.secretaris());
    postkamer.bundel();
    postkamer.verstuur(server());
    assertThat(ontvangen("collega")).hasSize(2).last().satisfies(m -> {
      assertThat(m.getSubject()).startsWith("Vergadering vervallen: ").endsWith(" van vrijdag 20 januari 2051");
      assertThat(deel(m, 0)).contains("Er is nog geen nieuwe datum.");
    });
  }

  @Test
  void wat_ver_weg_verplaatst_wordt_wacht_op_het_overzicht() {
    Proefvisie v =
        Proefvisie.begin(
            proef, "route_raden", List.of(SOEST), Vaststellingsregel.ALLE_RADEN, LocalDate.of(2052, 1, 2), null);
    UUID id = schema.voegToe(UO, LocalDate.of(2052, 6, 4), null, null, null, proef.secretaris()).vergadering().id();
    proef.stappen.zetOpVergadering(
        StapId.van(v.id(), "uo_definitief"), LocalDate.of(2052, 6, 4), Optional.of(id), null, proef.secretaris());
    schema.verplaats(id, LocalDate.of(2052, 6, 11), null, "Geen zaal.", proef.secretaris());
    assertThat(signalen("collega")).contains("VERGADERING_VERPLAATST");
    postkamer.bundel();
    assertThat(aantal("signaal_mail")).isZero();
  }

  @Test
  void wat_tegelijk_dringend_is_komt_voor_een_lezer_in_een_bericht() throws Exception {
    Proefvisie een = teLaat();
    proef.raden(SOEST).tot(GEREED.plusDays(1));
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    assertThat(ronde()).isEqualTo(1);
    assertThat(ontvangen("collega").get(0).getSubject()).endsWith("(uiterlijk 19 maart), en 1 ander signaal");
    assertThat(een.journaal(Signalen.VERZONDEN)).hasSize(1);
  }

  // -- never lost, never twice without need ------------------------------------------------------

  @Test
  void een_feit_dat_wordt_teruggedraaid_laat_geen_signaal_achter() {
    Proefvisie v = proef.raden(SOEST);
    proef.transactie.executeWithoutResult(
        s -> {
          proef.stappen.wijzigDatum(
              StapId.van(v.id(), "tekst_concept"), GeschrevenDatum.op(GEREED.plusDays(7)), "Later.", proef.secretaris());
          assertThat(signalen("collega")).isEmpty(); // not flushed yet
          s.setRollbackOnly();
        });
    assertThat(aantal("signaal")).isZero();
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "tekst_concept"), GeschrevenDatum.op(GEREED.plusDays(7)), "Later.", proef.secretaris());
    assertThat(signalen("collega")).containsExactly("DATUM_GEWIJZIGD");
  }

  @Test
  void wie_uitvalt_tussen_verzenden_en_afvinken_verzendt_opnieuw_met_hetzelfde_kenmerk() throws Exception {
    Proefvisie v = teLaat();
    postkamer.bundel();
    assertThatThrownBy(() -> postkamer.verstuur(valtUitNaVerzenden())).isInstanceOf(Stroomuitval.class);
    assertThat(v.journaal(Signalen.VERZONDEN)).isEmpty();
    assertThat(postkamer.verstuur(server())).as("de beurt van wie uitviel loopt nog").isZero();
    wachten(Postkamer.BEURT);
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    assertThat(ontvangen()).hasSize(2);
    assertThat(ontvangen().get(1).getMessageID()).isEqualTo(ontvangen().get(0).getMessageID());
    assertThat(v.journaal(Signalen.VERZONDEN)).hasSize(1);
    wachten(Duration.ofDays(1));
    assertThat(postkamer.verstuur(server())).isZero();
  }

  @Test
  void wie_uitvalt_voor_het_verzenden_verliest_niets() {
    teLaat();
    postkamer.bundel();
    JavaMailSenderImpl valtUit =
        new JavaMailSenderImpl() {
          @Override
          public void send(MimeMessage bericht) {
            throw new Stroomuitval();
          }
        };
    assertThatThrownBy(() -> postkamer.verstuur(valtUit)).isInstanceOf(Stroomuitval.class);
    wachten(Postkamer.BEURT);
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    assertThat(ontvangen()).hasSize(1);
  }

  @Test
  void een_mailserver_die_zwijgt_verliest_niets_en_wordt_steeds_minder_vaak_gevraagd() {
    teLaat();
    account("tweede", "Tweede secretaris", true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    proef.raden(BAARN).tot(GEREED.plusDays(1));
    postkamer.bundel();
    JavaMailSenderImpl zwijgt = new JavaMailSenderImpl();
    zwijgt.setHost("127.0.0.1");
    zwijgt.setPort(1);
    assertThat(postkamer.verstuur(zwijgt)).isZero();
    assertThat(proef.jdbc.queryForList("select pogingen from signaal_mail order by pogingen", Integer.class))
        .as("een zwijgende server wordt per ronde een keer gevraagd")
        .containsExactly(0, 1);
    for (int poging = 2; poging <= 4; poging++) {
      proef.transactie.executeWithoutResult(
          s -> proef.jdbc.update("update signaal_mail set volgende_op = ? where pogingen = 0", moment(Duration.ofDays(1))));
      assertThat(postkamer.verstuur(zwijgt)).as("nog niet aan de beurt").isZero();
      assertThat(hoogste("pogingen")).isEqualTo(poging - 1);
      wachten(Duration.ofMinutes(1L << (poging - 2)));
      postkamer.verstuur(zwijgt);
      assertThat(hoogste("pogingen")).isEqualTo(poging);
    }
    assertThat(proef.jdbc.queryForObject("select max(fout) from signaal_mail", String.class)).contains("Exception");
    wachten(Duration.ofDays(2));
    assertThat(postkamer.verstuur(server())).isEqualTo(2);
    assertThat(ontvangen()).hasSize(2);
  }

  private java.sql.Timestamp moment(Duration vanaf) {
    return java.sql.Timestamp.from(proef.klok.instant().plus(vanaf));
  }

  private int hoogste(String kolom) {
    return proef.jdbc.queryForObject("select max(" + kolom + ") from signaal_mail", Integer.class);
  }

  @Test
  void na_twintig_pogingen_houdt_het_op() {
    teLaat();
    postkamer.bundel();
    proef.transactie.executeWithoutResult(s -> proef.jdbc.update("update signaal_mail set pogingen = 19"));
    JavaMailSenderImpl zwijgt = new JavaMailSenderImpl();
    zwijgt.setHost("127.0.0.1");
    zwijgt.setPort(1);
    postkamer.verstuur(zwijgt);
    assertThat(proef.jdbc.queryForList("select staat from signaal_mail", String.class)).containsExactly("MISLUKT");
    wachten(Duration.ofDays(2));
    assertThat(postkamer.verstuur(server())).isZero();
  }

  @Test
  void twee_knopen_tegelijk_bundelen_en_verzenden_alles_eenmaal() throws Exception {
    for (int i = 0; i < 6; i++) {
      account("secretaris" + i, "Secretaris " + i, true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    }
    teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 8, 0));
    samen(() -> {
      postkamer.bundel();
      return 0;
    });
    assertThat(aantal("signaal_mail")).isEqualTo(7);
    assertThat(samen(() -> postkamer.verstuur(server()))).isEqualTo(7);
    samen(() -> {
      postkamer.overzichten();
      return 0;
    });
    assertThat(samen(() -> postkamer.verstuur(server()))).isEqualTo(7);
    assertThat(ontvangen()).hasSize(14).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
  }

  private static int samen(Callable<Integer> werk) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService knopen = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> beide = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        beide.add(
            knopen.submit(
                () -> {
                  start.await();
                  return werk.call();
                }));
      }
      return beide.get(0).get() + beide.get(1).get();
    } finally {
      knopen.shutdown();
    }
  }

  // -- who is told -------------------------------------------------------------------------------

  @Test
  void wat_een_gemeente_doet_hoort_zij_zelf_en_anders_de_regio_en_het_contact_van_het_orgaan() throws Exception {
    account("soest", "Bestuurssecretaris Soest", true, Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, SOEST));
    account("griffier", "Griffier Soest", true, Toekenning.inGemeente(Rol.GRIFFIER, SOEST));
    String college = proef.regios.bestuursorgaan(BAARN, nl.besluitroute.regio.Orgaansoort.COLLEGE).orElseThrow().id();
    proef.regios.voegContactToe(
        college, new Contact.Gegevens("Bestuurssecretariaat", "bestuur@voorbeeld.nl", null, null));
    Proefvisie v = proef.raden(BAARN, SOEST).radenTotLokaal();
    assertThat(signalen("soest")).as("nu aan zet").containsExactly("NIEUW_WERK");
    assertThat(signalen("griffier")).isEmpty();
    proef.transactie.executeWithoutResult(s -> proef.jdbc.update("delete from signaal"));
    LocalDate uiterlijk = v.taak("collegebesluitVastleggen", SOEST).uiterlijk().orElseThrow();
    v.tot(uiterlijk.plusDays(1));
    assertThat(signalen("soest")).containsExactly("HERINNERING", "TE_LAAT");
    assertThat(signalen("griffier")).isEmpty();
    assertThat(signalen("collega")).as("alleen van Baarn").containsExactly("HERINNERING", "TE_LAAT");
    postkamer.bundel();
    postkamer.vraagBevestiging();
    assertThat(postkamer.verstuur(server())).isEqualTo(3);
    assertThat(ontvangen("bestuur")).as("eerst alleen de vraag").singleElement()
        .satisfies(m -> assertThat(m.getSubject()).contains("Bevestig uw e-mailadres"));
    postkamer.bundel();
    postkamer.vraagBevestiging();
    assertThat(postkamer.verstuur(server())).as("en die niet nog eens").isZero();
    signalen.bevestig(sleutel(ontvangen("bestuur").get(0)));
    MAILSERVER.purgeEmailFromAllMailboxes();
    postkamer.bundel();
    // Before it goes, somebody else takes the post: it waits for him.
    proef.transactie.executeWithoutResult(
        s -> proef.jdbc.update("update contact set mail = 'opvolger@voorbeeld.nl' where mail = 'bestuur@voorbeeld.nl'"));
    assertThat(postkamer.verstuur(server())).isZero();
    postkamer.bundel();
    postkamer.vraagBevestiging();
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    signalen.bevestig(sleutel(ontvangen("opvolger").get(0)));
    MAILSERVER.purgeEmailFromAllMailboxes();
    postkamer.bundel();
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    assertThat(proef.jdbc.queryForList("select tekst from journaal where soort = 'contactadres_bevestigd'", String.class))
        .anyMatch(t -> t.contains("College") && !t.contains("@"));
    assertThat(ontvangen("opvolger")).singleElement().satisfies(m -> {
      assertThat(deel(m, 0)).contains("Te laat").contains("contact van");
    });
    assertThat(v.journaal(Signalen.VERZONDEN)).hasSize(3);
  }

  @Test
  void toegewezen_werk_is_alleen_voor_wie_het_doet() {
    account("tweede", "Tweede secretaris", true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    Proefvisie v = proef.raden(SOEST);
    verdeling.wijsToe(List.of(v.taak("versieVastleggen").taak()), "tweede", proef.secretaris());
    assertThat(signalen("tweede")).containsExactly("TOEGEWEZEN");
    v.tot(GEREED.plusDays(1));
    assertThat(signalen("tweede")).containsExactly("TOEGEWEZEN", "HERINNERING", "TE_LAAT");
    assertThat(signalen("collega")).isEmpty();
    verdeling.wijsToe(List.of(v.taak("versieVastleggen").taak()), "collega", accounts.gebruiker("collega"));
    assertThat(signalen("collega")).as("zij gaf het zichzelf").isEmpty();
  }

  @Test
  void werk_dat_intussen_gedaan_is_wordt_niet_meer_gemeld() {
    Proefvisie v = teLaat();
    postkamer.bundel();
    v.versie("0.9");
    assertThat(postkamer.verstuur(server())).isZero();
    assertThat(proef.jdbc.queryForList("select staat from signaal_mail", String.class)).containsExactly("VERVALLEN");
    assertThat(ontvangen()).isEmpty();
  }

  @Test
  void het_journaal_noemt_alleen_wat_het_bericht_noemde() throws Exception {
    Proefvisie gedaan = teLaat();
    Proefvisie open = proef.raden(SOEST).tot(GEREED.plusDays(1));
    postkamer.bundel();
    gedaan.versie("0.9");
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    assertThat(deel(ontvangen("collega").get(0), 0)).contains("/taken/" + open.taak("versieVastleggen").taak());
    assertThat(open.journaal(Signalen.VERZONDEN)).hasSize(1);
    assertThat(gedaan.journaal(Signalen.VERZONDEN)).isEmpty();
  }

  @Test
  void wat_hij_niet_zag_blijft_ongelezen_en_wordt_nog_gemaild() {
    teLaat();
    proef.raden(SOEST).tot(GEREED.plusDays(1));
    Gebruiker collega = wie("collega");
    List<Melding> alle = signalen.zonderOudGedaan(collega, 1);
    assertThat(alle).as("ongelezen, hoeveel het er ook zijn").hasSizeGreaterThan(1);
    List<UUID> gezien = alle.stream().skip(1).map(Melding::id).toList();
    signalen.gelezen(gezien, wie("collega"));
    signalen.gelezen(List.of(alle.get(0).id()), new Gebruiker("ander", "Ander", collega.toekenningen()));
    assertThat(signalen.nieuwste(collega, 10)).filteredOn(m -> !m.gelezen()).extracting(Melding::id)
        .containsExactly(alle.get(0).id());
    assertThat(signalen.zonderOudGedaan(collega, 1)).hasSize(1);
  }

  @Test
  void wie_geblokkeerd_is_of_het_werk_niet_meer_doet_krijgt_niets() {
    teLaat();
    postkamer.bundel();
    proef.transactie.executeWithoutResult(
        s -> proef.jdbc.update("update toekenning set rol = 'MANAGER' where account = 'collega'"));
    assertThat(postkamer.verstuur(server())).isZero();
    assertThat(ontvangen()).isEmpty();
  }

  @Test
  void van_wat_vertrouwelijk_is_staat_niets_in_een_bericht_behalve_dat_er_iets_is() throws Exception {
    Proefvisie v = teLaat();
    merk(v, null);
    postkamer.bundel();
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    MimeMessage mail = ontvangen("collega").get(0);
    assertThat(mail.getSubject()).isEqualTo("Signaal over een vertrouwelijk stuk");
    for (int nummer : List.of(0, 1)) {
      assertThat(deel(mail, nummer)).contains("/signalen").doesNotContain(v.id()).doesNotContain("Te laat");
    }
  }

  @Test
  void van_een_vertrouwelijke_stap_staat_alleen_titel_en_link_in_een_bericht() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    proef.stappen.wijzigDatum(
        StapId.van(v.id(), "tekst_concept"), GeschrevenDatum.op(GEREED.plusDays(1)), "Het gerucht.", proef.secretaris());
    merk(v, v.id() + "/tekst_concept");
    proef.zet(LocalDateTime.of(2026, 3, 3, 8, 0));
    ronde();
    assertThat(ontvangen("collega")).singleElement().satisfies(m -> {
      assertThat(deel(m, 0)).contains("Regiovisie " + v.id()).contains("/visies/" + v.id()).doesNotContain("gerucht");
      assertThat(deel(m, 1)).doesNotContain("gerucht");
    });
  }

  private void merk(Proefvisie v, String stap) {
    vertrouwelijkheden.markeer(
        new Vertrouwelijkheden.Markering(
            v.id(), stap, null, Vertrouwelijkheid.Niveau.VERTROUWELIJK, "voor de proef",
            "proef-portefeuillehoudersoverleg", null),
        proef.secretaris());
  }

  @Test
  void een_regeleinde_in_een_titel_begint_geen_kop_en_opmaak_blijft_tekst() throws Exception {
    Proefvisie v = proef.raden(SOEST);
    proef.transactie.executeWithoutResult(
        s -> {
          proef.jdbc.update("update stap set naam = ? where id = ?", "Concept\r\nBcc: x@kwaad.nl\r\n<b>vet</b>", v.id() + "/tekst_concept");
          proef.jdbc.update("update agenda_taak set naam = ? where visie = ?", "Versie\r\nBcc: x@kwaad.nl\r\n\r\n<script>", v.id());
        });
    v.tot(GEREED.plusDays(1));
    postkamer.bundel();
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    MimeMessage mail = ontvangen().get(0);
    assertThat(mail.getSubject()).isEqualTo("Te laat: Versie Bcc: x@kwaad.nl <script> (uiterlijk 19 maart)");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(deel(mail, 0)).startsWith("Te laat: Versie Bcc: x@kwaad.nl <script> (uiterlijk 19 maart)\r\n");
    assertThat(ontvangen()).hasSize(1);
    assertThat(deel(mail, 1)).doesNotContain("<script>").doesNotContain("<b>vet").contains("&lt;script&gt;");
    proef.agenda.herbouw(); // Others compare all of it with what it is made from.
  }

  // -- the overview ------------------------------------------------------------------------------

  @Test
  void het_overzicht_komt_eens_per_werkdag_na_het_ingestelde_uur_met_nieuws_en_agenda() throws Exception {
    Proefvisie v = proef.raden(SOEST).tot(LocalDate.of(2026, 3, 17));
    proef.zet(LocalDateTime.of(2026, 3, 17, 7, 29));
    assertThat(ronde()).isZero();
    proef.zet(LocalDateTime.of(2026, 3, 17, 7, 30));
    assertThat(ronde()).isEqualTo(1);
    MimeMessage mail = ontvangen("collega").get(0);
    assertThat(mail.getSubject()).startsWith("Uw overzicht van dinsdag 17 maart 2026: ").contains("1 nieuw signaal");
    assertThat(deel(mail, 0)).contains("Uiterlijk 19 maart: ").contains("IN UW AGENDA").contains("/agenda");
    assertThat(v.journaal(Signalen.VERZONDEN))
        .extracting(g -> g.tekst())
        .containsExactly("In het dagelijks overzicht gemeld aan Secretaris Oost: herinnering.");
    proef.zet(LocalDateTime.of(2026, 3, 17, 16, 0));
    assertThat(ronde()).isZero();
    proef.zet(LocalDateTime.of(2026, 3, 18, 9, 0));
    assertThat(ronde()).as("de agenda is er ook zonder nieuws").isEqualTo(1);
    assertThat(ontvangen("collega").get(1).getSubject()).endsWith("geen nieuwe signalen");
    proef.zet(LocalDateTime.of(2026, 3, 21, 9, 0));
    assertThat(ronde()).as("zaterdag").isZero();
  }

  @Test
  void wie_niets_te_lezen_heeft_krijgt_geen_overzicht() {
    account("lezer", "Lezer", true, Toekenning.inRegio(Rol.LEZER, REGIO));
    proef.zet(LocalDateTime.of(2026, 3, 17, 8, 0));
    postkamer.overzichten();
    assertThat(proef.jdbc.queryForList("select staat from signaal_mail where account = 'lezer'", String.class))
        .containsExactly("VERVALLEN");
    proef.zet(LocalDateTime.of(2026, 3, 18, 8, 0));
    postkamer.overzichten();
    assertThat(aantal("signaal_mail where account = 'lezer'")).as("wat niets zei, blijft niet").isEqualTo(1);
  }

  @Test
  void een_overzicht_dat_niet_weg_kon_geeft_zijn_signalen_aan_dat_van_vandaag() {
    proef.raden(SOEST).tot(LocalDate.of(2026, 3, 17));
    proef.zet(LocalDateTime.of(2026, 3, 17, 8, 0));
    postkamer.overzichten();
    proef.zet(LocalDateTime.of(2026, 3, 18, 8, 0));
    postkamer.overzichten();
    assertThat(postkamer.verstuur(server())).isEqualTo(1);
    assertThat(ontvangen()).singleElement().satisfies(m -> {
      assertThat(m.getSubject()).contains("woensdag 18 maart 2026").contains("1 nieuw signaal");
    });
  }

  @Test
  void wie_geen_directe_berichten_wil_leest_het_in_het_overzicht_en_wie_geen_overzicht_wil_krijgt_het_direct() {
    account("alleen-direct", "Alleen direct", true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    voorkeur("collega", true, false);
    voorkeur("alleen-direct", false, true);
    teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    assertThat(ronde()).isEqualTo(1);
    proef.zet(LocalDateTime.of(2026, 3, 20, 8, 0));
    assertThat(ronde()).isEqualTo(1);
    assertThat(ontvangen()).extracting(m -> m.getAllRecipients()[0].toString())
        .containsExactly("alleen-direct@voorbeeld.nl", "collega@voorbeeld.nl");
    assertThat(ontvangen().get(1)).satisfies(m -> assertThat(m.getSubject()).contains("2 nieuwe signalen"));
  }

  @Test
  void zonder_adres_wordt_niets_verzonden_en_blijft_alles_te_lezen() {
    proef.transactie.executeWithoutResult(s -> proef.jdbc.update("delete from signaal_voorkeur"));
    teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 8, 0));
    assertThat(ronde()).isZero();
    assertThat(aantal("signaal_mail")).isZero();
    assertThat(signalen("collega")).containsExactly("HERINNERING", "TE_LAAT");
  }

  // -- whose address it is -----------------------------------------------------------------------

  @Test
  void naar_een_adres_gaat_niets_dan_de_vraag_tot_zijn_eigenaar_het_bevestigt() throws Exception {
    account("nieuw", "Nieuwe secretaris", false, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    proef.transactie.executeWithoutResult(s -> proef.jdbc.update("delete from signaal_voorkeur where account = 'collega'"));
    signalen.wijzig(wens("nieuw@voorbeeld.nl"), wie("nieuw"));
    assertThat(signalen.voorkeuren(wie("nieuw"))).satisfies(v -> {
      assertThat(v.bevestigd()).isFalse();
      assertThat(v.wens().mail()).contains("nieuw@voorbeeld.nl");
      assertThat(v.nu()).isEmpty();
    });
    teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 8, 0));
    assertThat(ronde()).as("alleen de vraag").isEqualTo(1);
    assertThat(ronde()).isZero();
    MimeMessage vraag = ontvangen("nieuw").get(0);
    assertThat(vraag.getSubject()).isEqualTo("Bevestig uw e-mailadres voor Besluitroute");
    assertThat(deel(vraag, 0)).contains("voor Nieuwe secretaris", "uiterlijk zondag 22 maart 2026").doesNotContain("Te laat");
    String sleutel = sleutel(vraag);

    assertThat(signalen.teBevestigen("anders")).isEmpty();
    assertThat(signalen.teBevestigen(sleutel).orElseThrow().adres()).isEqualTo("nieuw@voorbeeld.nl");
    signalen.bevestig(sleutel);
    assertThatThrownBy(() -> signalen.bevestig(sleutel)).as("eenmaal").isInstanceOf(SignaalFout.class).hasMessageContaining("al gebruikt");
    assertThat(signalen.voorkeuren(wie("nieuw")).nu()).contains("nieuw@voorbeeld.nl");
    assertThat(ronde()).as("wat dringend is, en het overzicht").isPositive();
    assertThat(ontvangen("nieuw")).hasSizeGreaterThan(1).last().satisfies(m -> assertThat(m.getSubject()).doesNotContain("Bevestig"));
  }

  @Test
  void een_link_die_te_oud_is_bevestigt_niets_en_een_nieuwe_wordt_gevraagd_maar_niet_eindeloos() throws Exception {
    proef.zet(LocalDateTime.of(2026, 3, 2, 9, 0));
    signalen.wijzig(wens("ander@voorbeeld.nl"), wie("collega"));
    ronde();
    String oud = sleutel(ontvangen("ander").get(0));
    wachten(Adressen.GELDIG);
    assertThat(signalen.teBevestigen(oud)).isEmpty();
    assertThatThrownBy(() -> signalen.bevestig(oud)).isInstanceOf(SignaalFout.class);
    for (int keer = 0; keer < Adressen.PER_DAG; keer++) {
      signalen.vraagOpnieuw(wie("collega"));
      ronde();
    }
    assertThatThrownBy(() -> signalen.vraagOpnieuw(wie("collega"))).isInstanceOf(SignaalFout.class).hasMessageContaining("morgen");
    List<MimeMessage> alle = ontvangen("ander");
    assertThatThrownBy(() -> signalen.bevestig(sleutel(alle.get(alle.size() - 2)))).as("alleen de laatste").isInstanceOf(SignaalFout.class);
    signalen.bevestig(sleutel(alle.get(alle.size() - 1)));
    assertThat(signalen.voorkeuren(wie("collega")).nu()).contains("ander@voorbeeld.nl");
    assertThatThrownBy(() -> signalen.vraagOpnieuw(wie("collega"))).hasMessageContaining("hoeft niet");
  }

  @Test
  void wie_zijn_adres_wijzigt_houdt_het_oude_tot_het_nieuwe_is_bevestigd() throws Exception {
    signalen.wijzig(wens("nieuw@voorbeeld.nl"), wie("collega"));
    assertThat(signalen.voorkeuren(wie("collega")).nu()).contains("collega@voorbeeld.nl");
    teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    assertThat(ronde()).isEqualTo(2);
    assertThat(ontvangen("collega")).singleElement().satisfies(m -> assertThat(m.getSubject()).contains("Te laat"));
    String sleutel = sleutel(ontvangen("nieuw").get(0));
    signalen.wijzig(wens("collega@voorbeeld.nl"), wie("collega"));
    assertThat(signalen.voorkeuren(wie("collega")).bevestigd()).as("bij nader inzien niet").isTrue();
    assertThatThrownBy(() -> signalen.bevestig(sleutel)).isInstanceOf(SignaalFout.class);
    signalen.wijzig(wens(null), wie("collega"));
    assertThat(signalen.voorkeuren(wie("collega")).nu()).isEmpty();
  }

  // -- how long it is kept -----------------------------------------------------------------------

  @Test
  void na_de_bewaartermijn_gaat_weg_wat_gedaan_of_verzonden_is_en_blijft_het_journaal() throws Exception {
    account("zonder", "Zonder adres", false, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    Proefvisie v = teLaat();
    proef.zet(LocalDateTime.of(2026, 3, 20, 0, 1));
    assertThat(ronde()).isEqualTo(1);
    assertThat(signalen("zonder")).containsExactly("HERINNERING", "TE_LAAT");
    wachten(Duration.ofDays(364));
    assertThat(postkamer.verwijderOude()).isZero();
    assertThat(signalen.zonderOudGedaan(wie("zonder"), 40)).hasSize(2);
    wachten(Duration.ofDays(2));
    assertThat(postkamer.verwijderOude()).isEqualTo(1);
    assertThat(signalen("collega")).as("de herinnering ging niet per mail en haar werk staat open").containsExactly("HERINNERING");
    assertThat(signalen("zonder")).as("van open werk dat nooit is gemaild").hasSize(2);
    assertThat(aantal("signaal_mail")).isZero();
    assertThat(v.journaal(Signalen.VERZONDEN)).hasSize(1);

    v.versie("0.9");
    assertThat(signalen.nieuwste(wie("zonder"), 40)).filteredOn(m -> m.gemaaktOp().isBefore(proef.klok.instant().minus(Duration.ofDays(30)))).hasSize(2).allMatch(Melding::gedaan);
    assertThat(signalen.zonderOudGedaan(wie("zonder"), 40)).as("oud en gedaan staat er niet vanzelf").noneMatch(Melding::gedaan);
    postkamer.verwijderOude();
    assertThat(aantal("signaal where gemaakt_op < '2026-12-31'")).isZero();
  }

  @Test
  void wat_nog_weg_moet_wordt_niet_opgeruimd() {
    teLaat();
    postkamer.bundel();
    wachten(Duration.ofDays(400));
    postkamer.verwijderOude();
    assertThat(aantal("signaal_mail")).isEqualTo(1);
    assertThat(signalen("collega")).contains("TE_LAAT");
  }

  @Test
  void een_bewaartermijn_die_niet_kan_wordt_bij_het_begin_geweigerd() {
    for (int dagen : new int[] {-1, 0, 29, 3651}) {
      assertThatThrownBy(() -> new Mailinstelling("", "a@b.nl", "http://b.nl", "07:30", dagen))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("bewaardagen");
    }
    assertThat(new Mailinstelling("", "a@b.nl", "http://b.nl", "07:30", 30).bewaardagen()).isEqualTo(30);
  }

  // -- a server that is not as it should be --------------------------------------------------------

  /** Enough of SMTP for one client after another; an own socket, as GreenMail takes everything. */
  private static final class Eigenzinnig implements AutoCloseable {
    private final ServerSocket poort = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> aangenomen = new CopyOnWriteArrayList<>();
    private final AtomicInteger verbindingen = new AtomicInteger();
    private final String weigert;
    private final String zwijgtNa;

    /** @param zwijgtNa the command that is never answered, '' for the very first greeting; or null */
    Eigenzinnig(String weigert, String zwijgtNa) throws IOException {
      this.weigert = weigert;
      this.zwijgtNa = zwijgtNa;
      Thread luistert = new Thread(this::luister, "eigenzinnige-mailserver");
      luistert.setDaemon(true);
      luistert.start();
    }

    private void luister() {
      while (!poort.isClosed()) {
        try {
          Socket een = poort.accept();
          open.add(een);
          verbindingen.incrementAndGet();
          if (!"".equals(zwijgtNa)) {
            spreek(een);
          }
        } catch (IOException e) {
          // The client gave up, or the test is over.
        }
      }
    }

    private void spreek(Socket een) throws IOException {
      BufferedReader in = new BufferedReader(new InputStreamReader(een.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream uit = een.getOutputStream();
      String aan = null;
      zeg(uit, "220 eigenzinnig");
      for (String regel = in.readLine(); regel != null; regel = in.readLine()) {
        if (zwijgtNa != null && regel.startsWith(zwijgtNa)) {
          return;
        }
        if (regel.startsWith("RCPT")) {
          aan = regel.replaceAll(".*<(.*)>.*", "$1");
          zeg(uit, aan.equals(weigert) ? "550 5.1.1 onbekend adres" : "250 ok");
        } else if (regel.equals("DATA")) {
          zeg(uit, "354 ga uw gang");
          while (!".".equals(in.readLine())) {
            // The mail itself.
          }
          aangenomen.add(aan);
          zeg(uit, "250 ok");
        } else if (regel.equals("QUIT")) {
          zeg(uit, "221 dag");
          return;
        } else {
          zeg(uit, "250 ok");
        }
      }
    }

    private static void zeg(OutputStream uit, String regel) throws IOException {
      uit.write((regel + "\r\n").getBytes(StandardCharsets.US_ASCII));
      uit.flush();
    }

    JavaMailSender post() {
      JavaMailSenderImpl post = new JavaMailSenderImpl();
      post.setHost("127.0.0.1");
      post.setPort(poort.getLocalPort());
      post.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "400");
      post.getJavaMailProperties().setProperty("mail.smtp.timeout", "400");
      return post;
    }

    @Override
    public void close() throws IOException {
      poort.close();
      for (Socket een : open) {
        een.close();
      }
    }
  }

  private void tweeBerichten() {
    account("tweede", "Tweede secretaris", true, Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, REGIO));
    teLaat();
    postkamer.bundel();
    assertThat(aantal("signaal_mail")).isEqualTo(2);
  }

  private List<Postbeheer.Bericht> opTechniek() {
    return postbeheer.mislukt(40, new Gebruiker("beheer", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER))));
  }

  @Test
  void een_geweigerd_adres_houdt_de_anderen_niet_op_en_staat_met_zijn_fout_bij_techniek() throws Exception {
    tweeBerichten();
    try (Eigenzinnig server = new Eigenzinnig("collega@voorbeeld.nl", null)) {
      assertThat(postkamer.verstuur(server.post())).isEqualTo(1);
      assertThat(server.aangenomen).containsExactly("tweede@voorbeeld.nl");
      assertThat(opTechniek()).singleElement().satisfies(b -> {
        assertThat(b.aan()).isEqualTo("Secretaris Oost");
        assertThat(b.fout()).contains("550 5.1.1 onbekend adres");
        assertThat(b.pogingen()).isEqualTo(1);
        assertThat(b.opgegeven()).isFalse();
      });
      for (int poging = 2; poging <= 5; poging++) {
        wachten(Duration.ofMinutes(1L << (poging - 2)).minusSeconds(1));
        postkamer.verstuur(server.post());
        assertThat(hoogste("pogingen")).as("nog niet aan de beurt").isEqualTo(poging - 1);
        wachten(Duration.ofSeconds(1));
        postkamer.verstuur(server.post());
        assertThat(hoogste("pogingen")).isEqualTo(poging);
      }
    }
    wachten(Duration.ofHours(6));
    assertThat(postkamer.verstuur(server())).as("zodra het adres klopt").isEqualTo(1);
    assertThat(opTechniek()).isEmpty();
  }

  @Test
  void een_server_die_te_traag_is_wordt_per_ronde_een_keer_gevraagd_en_niets_gaat_verloren() throws Exception {
    tweeBerichten();
    for (String zwijgtNa : List.of("", "EHLO", "MAIL", "DATA")) {
      try (Eigenzinnig traag = new Eigenzinnig(null, zwijgtNa)) {
        assertThat(postkamer.verstuur(traag.post())).as(zwijgtNa).isZero();
        assertThat(traag.verbindingen.get()).as("na '" + zwijgtNa + "'").isEqualTo(1);
      }
      assertThat(opTechniek()).isNotEmpty().allSatisfy(b -> assertThat(b.fout()).contains("Exception"));
      wachten(Duration.ofHours(1));
    }
    assertThat(postkamer.verstuur(server())).isEqualTo(2);
    assertThat(ontvangen()).hasSize(2);
    assertThat(opTechniek()).isEmpty();
  }
}
