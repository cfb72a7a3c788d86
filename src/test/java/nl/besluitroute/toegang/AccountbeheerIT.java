package nl.besluitroute.toegang;

import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.regio.Orgaansoort;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The rules of accounts and roles. */
class AccountbeheerIT extends Databaseproef {
  private static final LocalDate VANDAAG = LocalDate.of(2026, 3, 2);
  private static final String WACHTWOORD = "negen blauwe stoelen";
  private static final String REGIO = "ACCOUNT";
  private static final String UO = "accountproef-uo";

  @Autowired Accountbeheer beheer;
  @Autowired Accounts accounts;
  private Gebruiker beheerder;

  @BeforeEach
  void eenBeheerder() {
    leeg();
    proef.zet(VANDAAG);
    accounts.voegToe("beheer", "Beheerder", WACHTWOORD, false, List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    beheerder = accounts.gebruiker("beheer");
    proef.transactie.executeWithoutResult(
        status -> {
          proef.regios.voegRegioToe(REGIO, "Accountregio", List.of());
          proef.regios.voegOverlegToe(UO, "Uitvoeringsoverleg", Orgaansoort.UITVOERINGSOVERLEG, REGIO);
        });
  }

  @AfterEach
  void leeg() {
    proef.zonderAccounts();
  }

  private void maak(String naam) {
    beheer.maak(naam, "Griffier Soest", WACHTWOORD, beheerder);
  }

  private static Toekenning griffier(LocalDate van, LocalDate tot) {
    return Toekenning.inGemeente(Rol.GRIFFIER, SOEST).van(van, tot);
  }

  private UUID verlening(String naam) {
    return beheer.zoek(naam, beheerder).orElseThrow().verleningen().get(0).id();
  }

  /** Refused with a sentence about this field, and nothing at all changed. */
  private void geweigerd(String veld, String zin, ThrowingCallable daad) {
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(daad)
        .isInstanceOfSatisfying(AccountFout.class, fout -> assertThat(fout.veld()).isEqualTo(veld))
        .hasMessageContaining(zin);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  private String laatsteInJournaal() {
    return proef.jdbc.queryForObject(
        "select wie || '|' || soort || '|' || tekst || '|' || coalesce(reden, '') from journaal where id = (select max(id) from journaal)",
        String.class);
  }

  // -- accounts --------------------------------------------------------------------------------

  @Test
  void een_nieuw_account_kan_aanmelden_heeft_nog_geen_rol_en_staat_in_het_journaal() {
    maak("griffie.soest");
    assertThat(accounts.gebruiker("griffie.soest").toekenningen()).isEmpty();
    assertThat(accounts.klopt(WACHTWOORD, account("griffie.soest"))).isTrue();
    assertThat(laatsteInJournaal()).isEqualTo("Beheerder|account_gemaakt|Account griffie.soest gemaakt.|");
    assertThat(beheer.alle(beheerder)).extracting(Accountbeheer.Overzicht::naam).containsExactly("beheer", "griffie.soest");
  }

  private Account account(String naam) {
    return accounts.bruikbaar(naam).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "Griffier", "griffie soest", "-griffie", "griffie/soest", "<b>", "griffié"})
  void een_gebruikersnaam_is_kort_klein_en_zonder_vreemde_tekens(String naam) {
    geweigerd("naam", "2 tot 60 tekens", () -> maak(naam));
  }

  @Test
  void een_gebruikersnaam_komt_een_keer_voor_en_de_functie_is_verplicht() {
    maak("griffie");
    geweigerd("naam", "al een account", () -> maak("griffie"));
    geweigerd("weergave", "Noem de functie", () -> beheer.maak("ander", " ", WACHTWOORD, beheerder));
    geweigerd("weergave", "120 tekens", () -> beheer.maak("ander", "x".repeat(121), WACHTWOORD, beheerder));
    geweigerd("weergave", "Noem de functie", () -> beheer.wijzigWeergave("griffie", null, beheerder));
    geweigerd("naam", "geen account bestaat-niet", () -> beheer.wijzigWeergave("bestaat-niet", "Iemand", beheerder));
  }

  @Test
  void een_andere_functie_geldt_meteen_en_het_journaal_kent_de_oude() {
    maak("griffie");
    beheer.wijzigWeergave("griffie", " Plaatsvervangend griffier ", beheerder);
    assertThat(accounts.gebruiker("griffie").weergave()).isEqualTo("Plaatsvervangend griffier");
    assertThat(laatsteInJournaal()).contains("functie van Griffier Soest naar Plaatsvervangend griffier");
  }

  @Test
  void alleen_een_beheerder_ziet_en_wijzigt_accounts() {
    maak("griffie");
    beheer.kenToe("griffie", griffier(null, null), beheerder);
    UUID rol = verlening("griffie");
    Gebruiker griffie = accounts.gebruiker("griffie");
    Map<String, String> voor = proef.afdruk();
    for (ThrowingCallable daad :
        List.<ThrowingCallable>of(
            () -> beheer.alle(griffie),
            () -> beheer.zoek("beheer", griffie).orElseThrow(),
            () -> beheer.maak("ander", "Ander", WACHTWOORD, griffie),
            () -> beheer.wijzigWeergave("griffie", "Burgemeester", griffie),
            () -> beheer.zetWachtwoord("beheer", WACHTWOORD, griffie),
            () -> beheer.blokkeer("beheer", "Zomaar.", griffie),
            () -> beheer.deblokkeer("griffie", "Zomaar.", griffie),
            () -> beheer.kenToe("griffie", Toekenning.zonderBereik(Rol.BEHEERDER), griffie),
            () -> beheer.beeindig(rol, VANDAAG, "Zomaar.", griffie))) {
      assertThatThrownBy(daad).isInstanceOf(GeenToegang.class);
    }
    assertThat(proef.afdruk()).isEqualTo(voor);
    assertThat(beheer.eigen(griffie).verleningen()).hasSize(1);
  }

  // -- passwords -------------------------------------------------------------------------------

  @Test
  void een_wachtwoord_is_lang_genoeg_past_in_de_versleuteling_en_bevat_de_gebruikersnaam_niet() {
    maak("griffie");
    for (String kort : new String[] {null, "", "elf tekens."}) {
      geweigerd("wachtwoord", "ten minste 12 tekens", () -> beheer.zetWachtwoord("griffie", kort, beheerder));
    }
    geweigerd("wachtwoord", "ten hoogste 72", () -> beheer.zetWachtwoord("griffie", "é".repeat(37), beheerder));
    geweigerd("wachtwoord", "bevat de gebruikersnaam", () -> beheer.zetWachtwoord("griffie", "de Griffie van Soest", beheerder));
    beheer.zetWachtwoord("griffie", "é".repeat(36), beheerder);
    assertThat(accounts.klopt("é".repeat(36), account("griffie"))).isTrue();
    assertThat(laatsteInJournaal()).isEqualTo("Beheerder|wachtwoord_gewijzigd|Account griffie: nieuw wachtwoord.|");
  }

  @Test
  void een_korte_gebruikersnaam_staat_al_gauw_toevallig_in_een_wachtwoord() {
    beheer.maak("an", "Griffier Soest", "een lang wachtwoord", beheerder);
    assertThat(accounts.klopt("een lang wachtwoord", account("an"))).isTrue();
  }

  @Test
  void iemand_wijzigt_het_eigen_wachtwoord_met_het_huidige() {
    maak("griffie");
    Gebruiker griffie = accounts.gebruiker("griffie");
    geweigerd("oud", "klopt niet", () -> beheer.wijzigEigenWachtwoord("iets anders", "een heel nieuw woord", griffie));
    geweigerd("oud", "klopt niet", () -> beheer.wijzigEigenWachtwoord(null, "een heel nieuw woord", griffie));
    geweigerd("wachtwoord", "ten minste 12", () -> beheer.wijzigEigenWachtwoord(WACHTWOORD, "kort", griffie));
    beheer.wijzigEigenWachtwoord(WACHTWOORD, "een heel nieuw woord", griffie);
    assertThat(accounts.klopt("een heel nieuw woord", account("griffie"))).isTrue();
    assertThat(laatsteInJournaal()).startsWith("Griffier Soest|wachtwoord_gewijzigd|");
  }

  @Test
  void een_account_van_de_demonstratie_houdt_zijn_wachtwoord() {
    accounts.voegToe("demo-griffier", "Griffier", "demo", true, List.of());
    geweigerd("", "demonstratie", () -> beheer.zetWachtwoord("demo-griffier", WACHTWOORD, beheerder));
    geweigerd(
        "", "demonstratie",
        () -> beheer.wijzigEigenWachtwoord("demo", WACHTWOORD, new Gebruiker("demo-griffier", "Griffier", List.of())));
  }

  // -- blocking --------------------------------------------------------------------------------

  @Test
  void een_geblokkeerd_account_is_meteen_onbruikbaar_en_later_weer_te_gebruiken() {
    maak("griffie");
    geweigerd("reden", "Geef een reden", () -> beheer.blokkeer("griffie", " ", beheerder));
    geweigerd("reden", "4000", () -> beheer.blokkeer("griffie", "x".repeat(4001), beheerder));
    beheer.blokkeer("griffie", "Uit dienst.", beheerder);
    assertThat(laatsteInJournaal()).isEqualTo("Beheerder|account_geblokkeerd|Account griffie geblokkeerd.|Uit dienst.");
    assertThatThrownBy(() -> accounts.gebruiker("griffie")).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> accounts.voorAanmelding("griffie")).isInstanceOf(UsernameNotFoundException.class);
    assertThat(beheer.zoek("griffie", beheerder).orElseThrow().geblokkeerdOp()).isPresent();

    geweigerd("reden", "Geef een reden", () -> beheer.deblokkeer("griffie", null, beheerder));
    beheer.deblokkeer("griffie", "Terug van verlof.", beheerder);
    assertThat(accounts.gebruiker("griffie").naam()).isEqualTo("griffie");
    assertThat(laatsteInJournaal()).endsWith("weer te gebruiken.|Terug van verlof.");
  }

  @Test
  void wat_al_zo_is_verandert_niet_nog_eens() {
    maak("griffie");
    beheer.blokkeer("griffie", "Uit dienst.", beheerder);
    Map<String, String> voor = proef.afdruk();
    beheer.blokkeer("griffie", "Nog eens.", beheerder);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  // -- the last beheerder ----------------------------------------------------------------------

  @Test
  void de_laatste_beheerder_wordt_niet_geblokkeerd_en_houdt_zijn_rol() {
    UUID rol = verlening("beheer");
    geweigerd("", "beheerder overblijven", () -> beheer.blokkeer("beheer", "Weg ermee.", beheerder));
    geweigerd("", "beheerder overblijven", () -> beheer.beeindig(rol, VANDAAG, "Weg ermee.", beheerder));
    geweigerd("", "beheerder overblijven", () -> beheer.beeindig(rol, VANDAAG.plusYears(1), "Over een jaar.", beheerder));
  }

  @Test
  void wie_tijdelijk_toekomstig_geblokkeerd_of_van_de_demonstratie_is_telt_niet_als_beheerder() {
    maak("tijdelijk");
    beheer.kenToe("tijdelijk", Toekenning.zonderBereik(Rol.BEHEERDER).van(null, VANDAAG.plusDays(9)), beheerder);
    maak("straks");
    beheer.kenToe("straks", Toekenning.zonderBereik(Rol.BEHEERDER).van(VANDAAG.plusDays(1), null), beheerder);
    maak("dicht");
    beheer.kenToe("dicht", Toekenning.zonderBereik(Rol.BEHEERDER), beheerder);
    beheer.blokkeer("dicht", "Uit dienst.", beheerder);
    accounts.voegToe("demo-beheer", "Beheerder", "demo", true, List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
    geweigerd("", "beheerder overblijven", () -> beheer.blokkeer("beheer", "Weg ermee.", beheerder));

    maak("tweede");
    beheer.kenToe("tweede", Toekenning.zonderBereik(Rol.BEHEERDER), beheerder);
    beheer.blokkeer("beheer", "Een ander doet het.", beheerder);
    assertThat(accounts.gebruiker("tweede").heeft(Rol.BEHEERDER)).isTrue();
  }

  @Test
  void een_gewoon_account_wordt_ook_geblokkeerd_als_de_enige_beheerder_tijdelijk_is() {
    maak("griffie");
    proef.transactie.executeWithoutResult(
        status -> proef.jdbc.update("update toekenning set tot = ? where account = 'beheer'", VANDAAG.plusYears(1)));
    beheer.blokkeer("griffie", "Uit dienst.", beheerder);
    assertThat(beheer.zoek("griffie", beheerder).orElseThrow().geblokkeerdOp()).isPresent();
  }

  @Test
  void twee_beheerders_sluiten_elkaar_niet_tegelijk_buiten() throws Exception {
    for (int keer = 0; keer < 5; keer++) {
      leeg();
      accounts.voegToe("een", "Een", WACHTWOORD, false, List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
      accounts.voegToe("twee", "Twee", WACHTWOORD, false, List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));
      Gebruiker een = accounts.gebruiker("een");
      Gebruiker twee = accounts.gebruiker("twee");
      UUID rolVanEen = beheer.zoek("een", een).orElseThrow().verleningen().get(0).id();
      boolean rol = keer % 2 == 0;
      int gelukt =
          tegelijk(
              () -> beheer.blokkeer("twee", "Ik ben alleen.", een),
              () -> {
                if (rol) {
                  beheer.beeindig(rolVanEen, VANDAAG, "Ik ben alleen.", twee);
                } else {
                  beheer.blokkeer("een", "Ik ben alleen.", twee);
                }
              });
      assertThat(gelukt).isOne();
    }
  }

  @Test
  void dezelfde_rol_tegelijk_twee_keer_verlenen_lukt_een_keer() throws Exception {
    maak("griffie");
    int gelukt =
        tegelijk(
            () -> beheer.kenToe("griffie", griffier(null, null), beheerder),
            () -> beheer.kenToe("griffie", griffier(VANDAAG, null), beheerder));
    assertThat(gelukt).isOne();
    assertThat(beheer.zoek("griffie", beheerder).orElseThrow().verleningen()).hasSize(1);
  }

  /** How many of both are not refused by a sentence; any other failure is passed on. */
  private static int tegelijk(Runnable een, Runnable twee) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    var draden = Executors.newFixedThreadPool(2);
    try {
      int gelukt = 0;
      List<Future<Boolean>> uitkomsten =
          draden.invokeAll(List.<Callable<Boolean>>of(poging(start, een), poging(start, twee)));
      for (Future<Boolean> uitkomst : uitkomsten) {
        gelukt += uitkomst.get() ? 1 : 0;
      }
      return gelukt;
    } finally {
      draden.shutdownNow();
    }
  }

  private static Callable<Boolean> poging(CyclicBarrier start, Runnable daad) {
    return () -> {
      start.await();
      try {
        daad.run();
        return true;
      } catch (AccountFout fout) {
        return false;
      }
    };
  }

  // -- roles -----------------------------------------------------------------------------------

  @ParameterizedTest
  @EnumSource(value = Rol.class, names = {"AMBTELIJK_SECRETARIS", "MANAGER"})
  void een_rol_van_een_regio_vraagt_een_bestaande_regio(Rol rol) {
    maak("iemand");
    geweigerd("regio", "kies de regio", () -> beheer.kenToe("iemand", Toekenning.zonderBereik(rol), beheerder));
    geweigerd("regio", "kies de regio", () -> beheer.kenToe("iemand", Toekenning.inGemeente(rol, SOEST), beheerder));
    geweigerd("regio", "bestaat niet", () -> beheer.kenToe("iemand", Toekenning.inRegio(rol, "JZ99"), beheerder));
    beheer.kenToe("iemand", Toekenning.inRegio(rol, REGIO), beheerder);
    assertThat(accounts.gebruiker("iemand").regios(rol)).containsExactly(REGIO);
  }

  @ParameterizedTest
  @EnumSource(value = Rol.class, names = {"GRIFFIER", "BESTUURSSECRETARIS", "BELEIDSMEDEWERKER"})
  void een_rol_van_een_gemeente_vraagt_een_bestaande_gemeente(Rol rol) {
    maak("iemand");
    geweigerd("gemeente", "kies de gemeente", () -> beheer.kenToe("iemand", Toekenning.zonderBereik(rol), beheerder));
    geweigerd("gemeente", "kies de gemeente", () -> beheer.kenToe("iemand", Toekenning.inRegio(rol, REGIO), beheerder));
    geweigerd("gemeente", "bestaat niet", () -> beheer.kenToe("iemand", Toekenning.inGemeente(rol, "GM9999"), beheerder));
    beheer.kenToe("iemand", Toekenning.inGemeente(rol, SOEST), beheerder);
    assertThat(accounts.gebruiker("iemand").hoortBij(SOEST)).isTrue();
  }

  @Test
  void alleen_een_secretaris_hoort_bij_een_overleg_en_dan_van_die_regio() {
    maak("iemand");
    geweigerd("orgaan", "Alleen een ambtelijk secretaris", () -> beheer.kenToe("iemand", Toekenning.bijOverleg(Rol.MANAGER, REGIO, UO), beheerder));
    geweigerd("orgaan", "hoort niet bij de regio", () -> beheer.kenToe("iemand", Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ20", UO), beheerder));
    geweigerd("orgaan", "hoort niet bij de regio", () -> beheer.kenToe("iemand", Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, "raad-gm0342"), beheerder));
    beheer.kenToe("iemand", Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, REGIO, UO), beheerder);
    assertThat(accounts.gebruiker("iemand").overleggen(Rol.AMBTELIJK_SECRETARIS)).containsExactly(UO);
    assertThat(laatsteInJournaal()).contains("rol_verleend|Account iemand: Ambtelijk secretaris (Uitvoeringsoverleg).");
  }

  @Test
  void een_beheerder_heeft_geen_bereik_en_een_lezer_hoogstens_een() {
    maak("iemand");
    geweigerd("regio", "het hele systeem", () -> beheer.kenToe("iemand", Toekenning.inRegio(Rol.BEHEERDER, REGIO), beheerder));
    geweigerd("regio", "het hele systeem", () -> beheer.kenToe("iemand", Toekenning.inGemeente(Rol.BEHEERDER, SOEST), beheerder));
    geweigerd(
        "regio", "niet beide",
        () -> beheer.kenToe("iemand", new Toekenning(Rol.LEZER, REGIO, null, SOEST, null, null), beheerder));
    beheer.kenToe("iemand", Toekenning.zonderBereik(Rol.LEZER), beheerder);
    beheer.kenToe("iemand", Toekenning.inRegio(Rol.LEZER, REGIO), beheerder);
    beheer.kenToe("iemand", Toekenning.inGemeente(Rol.LEZER, SOEST), beheerder);
    assertThat(accounts.gebruiker("iemand").toekenningen()).hasSize(3);
  }

  @Test
  void een_rol_geldt_van_de_eerste_tot_en_met_de_laatste_dag() {
    maak("griffie");
    beheer.kenToe("griffie", griffier(VANDAAG.plusDays(10), VANDAAG.plusDays(20)), beheerder);
    assertThat(laatsteInJournaal()).contains("Griffier (Soest), vanaf 12-03-26, tot en met 21-03-26.");
    assertThat(accounts.gebruiker("griffie").toekenningen()).isEmpty();
    assertThat(beheer.zoek("griffie", beheerder).orElseThrow().verleningen()).extracting(Accountbeheer.Verlening::geldtNu).containsExactly(false);
    proef.zet(VANDAAG.plusDays(9).atTime(23, 59));
    assertThat(accounts.gebruiker("griffie").toekenningen()).isEmpty();
    proef.zet(VANDAAG.plusDays(10).atStartOfDay());
    assertThat(accounts.gebruiker("griffie").heeft(Rol.GRIFFIER)).isTrue();
    proef.zet(VANDAAG.plusDays(19).atTime(23, 59));
    assertThat(accounts.gebruiker("griffie").heeft(Rol.GRIFFIER)).isTrue();
    proef.zet(VANDAAG.plusDays(20).atStartOfDay());
    assertThat(accounts.gebruiker("griffie").toekenningen()).isEmpty();
  }

  @Test
  void een_periode_heeft_ten_minste_een_dag_en_eindigt_niet_in_het_verleden() {
    maak("griffie");
    geweigerd("tot", "eindigt voordat zij begint", () -> beheer.kenToe("griffie", griffier(VANDAAG.plusDays(5), VANDAAG.plusDays(5)), beheerder));
    geweigerd("tot", "verleden", () -> beheer.kenToe("griffie", griffier(null, VANDAAG), beheerder));
    beheer.kenToe("griffie", griffier(VANDAAG, VANDAAG.plusDays(1)), beheerder);
    assertThat(accounts.gebruiker("griffie").heeft(Rol.GRIFFIER)).isTrue();
  }

  @Test
  void dezelfde_rol_overlapt_niet_maar_sluit_wel_aan() {
    maak("griffie");
    beheer.kenToe("griffie", griffier(VANDAAG.plusDays(10), VANDAAG.plusDays(20)), beheerder);
    geweigerd("", "in die periode al", () -> beheer.kenToe("griffie", griffier(null, null), beheerder));
    geweigerd("", "in die periode al", () -> beheer.kenToe("griffie", griffier(null, VANDAAG.plusDays(11)), beheerder));
    geweigerd("", "in die periode al", () -> beheer.kenToe("griffie", griffier(VANDAAG.plusDays(19), null), beheerder));
    beheer.kenToe("griffie", griffier(null, VANDAAG.plusDays(10)), beheerder);
    beheer.kenToe("griffie", griffier(VANDAAG.plusDays(20), null), beheerder);
    beheer.kenToe("griffie", Toekenning.inGemeente(Rol.GRIFFIER, "GM0308"), beheerder);
    assertThat(beheer.zoek("griffie", beheerder).orElseThrow().verleningen()).hasSize(4);
  }

  @Test
  void een_rol_eindigt_vandaag_of_later_met_een_reden() {
    maak("griffie");
    beheer.kenToe("griffie", griffier(null, VANDAAG.plusDays(30)), beheerder);
    UUID rol = verlening("griffie");
    geweigerd("reden", "Geef een reden", () -> beheer.beeindig(rol, VANDAAG, "", beheerder));
    geweigerd("tot", "Noem de dag", () -> beheer.beeindig(rol, null, "Uit dienst.", beheerder));
    geweigerd("tot", "vandaag of later", () -> beheer.beeindig(rol, VANDAAG.minusDays(1), "Uit dienst.", beheerder));
    geweigerd("tot", "eindigt dan al", () -> beheer.beeindig(rol, VANDAAG.plusDays(30), "Langer.", beheerder));
    geweigerd("", "bestaat niet", () -> beheer.beeindig(UUID.randomUUID(), VANDAAG, "Uit dienst.", beheerder));
    beheer.beeindig(rol, VANDAAG.plusDays(2), "Uit dienst.", beheerder);
    assertThat(accounts.gebruiker("griffie").heeft(Rol.GRIFFIER)).isTrue();
    beheer.beeindig(rol, VANDAAG, "Toch meteen.", beheerder);
    assertThat(accounts.gebruiker("griffie").toekenningen()).isEmpty();
    assertThat(laatsteInJournaal())
        .isEqualTo("Beheerder|rol_beeindigd|Account griffie: Griffier (Soest), niet meer vanaf 02-03-26.|Toch meteen.");
    geweigerd("tot", "eindigt dan al", () -> beheer.beeindig(rol, VANDAAG, "Nog eens.", beheerder));
  }

  @Test
  void een_rol_die_nog_moet_beginnen_wordt_ingetrokken_en_geldt_nooit() {
    maak("griffie");
    beheer.kenToe("griffie", griffier(VANDAAG.plusDays(10), null), beheerder);
    beheer.beeindig(verlening("griffie"), VANDAAG, "Gaat niet door.", beheerder);
    assertThat(laatsteInJournaal()).contains("ingetrokken voordat de rol begon");
    proef.zet(VANDAAG.plusDays(10));
    assertThat(accounts.gebruiker("griffie").toekenningen()).isEmpty();
  }
}
