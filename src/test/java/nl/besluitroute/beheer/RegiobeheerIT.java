package nl.besluitroute.beheer;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefomgeving;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.GemeenteCode;
import nl.besluitroute.regio.Lidmaatschap;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.VisieFout;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Members of regions, bodies and their contacts. */
class RegiobeheerIT extends Databaseproef {
  private static final LocalDate VANDAAG = LocalDate.of(2026, 3, 2);
  private static final Gebruiker BEHEERDER =
      new Gebruiker("beheer", "Beheerder", List.of(Toekenning.zonderBereik(Rol.BEHEERDER)));

  @Autowired Regiobeheer beheer;
  @Autowired Contactbeheer contacten;
  private String regio;

  @BeforeEach
  void eenRegio() {
    proef.zet(VANDAAG);
    regio = "B" + UUID.randomUUID().toString().substring(0, 8);
    proef.transactie.executeWithoutResult(
        status -> proef.regios.voegRegioToe(regio, "Beheerregio", List.of(new GemeenteCode(SOEST))));
  }

  private void geweigerd(String veld, String zin, ThrowingCallable daad) {
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(daad)
        .isInstanceOfSatisfying(RegioFout.class, fout -> assertThat(fout.veld()).isEqualTo(veld))
        .hasMessageContaining(zin);
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  private String laatsteInJournaal() {
    return proef.jdbc.queryForObject(
        "select wie || '|' || soort || '|' || tekst || '|' || coalesce(reden, '') from journaal where id = (select max(id) from journaal)",
        String.class);
  }

  private List<String> leden(LocalDate op) {
    return proef.regios.leden(regio, op).stream().map(Gemeente::code).toList();
  }

  private static Gebruiker met(Toekenning... rollen) {
    return new Gebruiker("iemand", "Iemand", List.of(rollen));
  }

  // -- members ---------------------------------------------------------------------------------

  @Test
  void een_gemeente_hoort_bij_de_regio_van_de_dag_van_toetreden_tot_de_dag_van_vertrek() {
    beheer.treedToe(regio, AMERSFOORT, VANDAAG.plusDays(10), BEHEERDER);
    assertThat(laatsteInJournaal())
        .isEqualTo("Beheerder|gemeente_bij_regio|Gemeente Amersfoort hoort vanaf 12-03-26 bij regio Beheerregio.|");
    assertThat(leden(VANDAAG.plusDays(9))).containsExactly(SOEST);
    assertThat(leden(VANDAAG.plusDays(10))).containsExactly(AMERSFOORT, SOEST);

    UUID lid = lid(AMERSFOORT).id();
    beheer.vertrek(lid, VANDAAG.plusDays(20), "Andere regio.", BEHEERDER);
    assertThat(leden(VANDAAG.plusDays(19))).contains(AMERSFOORT);
    assertThat(leden(VANDAAG.plusDays(20))).containsExactly(SOEST);
    assertThat(laatsteInJournaal()).endsWith("niet meer bij regio Beheerregio.|Andere regio.");

    beheer.treedToe(regio, AMERSFOORT, VANDAAG.plusDays(20), BEHEERDER);
    assertThat(leden(VANDAAG.plusYears(1))).containsExactly(AMERSFOORT, SOEST);
  }

  private Lidmaatschap lid(String gemeente) {
    return proef.regios.lidmaatschappen(regio).stream().filter(l -> l.gemeente().equals(gemeente)).findFirst().orElseThrow();
  }

  @Test
  void een_lidmaatschap_overlapt_niet_en_eindigt_na_zijn_begin_met_een_reden() {
    geweigerd("gemeente", "al bij de regio", () -> beheer.treedToe(regio, SOEST, VANDAAG, BEHEERDER));
    geweigerd("gemeente", "uit de lijst", () -> beheer.treedToe(regio, "Nergenshuizen", VANDAAG, BEHEERDER));
    geweigerd("van", "eerste dag", () -> beheer.treedToe(regio, AMERSFOORT, null, BEHEERDER));
    geweigerd("", "regio bestaat niet", () -> beheer.treedToe("JZ99", AMERSFOORT, VANDAAG, BEHEERDER));
    beheer.treedToe(regio, AMERSFOORT, VANDAAG, BEHEERDER);
    UUID lid = lid(AMERSFOORT).id();
    geweigerd("reden", "Geef een reden", () -> beheer.vertrek(lid, VANDAAG.plusDays(1), " ", BEHEERDER));
    geweigerd("tot", "voordat zij erbij kwam", () -> beheer.vertrek(lid, VANDAAG, "Weg.", BEHEERDER));
    geweigerd("tot", "Noem de dag", () -> beheer.vertrek(lid, null, "Weg.", BEHEERDER));
    beheer.vertrek(lid, VANDAAG.plusDays(5), "Weg.", BEHEERDER);
    geweigerd("tot", "eindigt dan al", () -> beheer.vertrek(lid, VANDAAG.plusDays(6), "Toch later.", BEHEERDER));
    geweigerd("gemeente", "al bij de regio", () -> beheer.treedToe(regio, AMERSFOORT, VANDAAG.plusDays(4), BEHEERDER));
  }

  @Test
  void alleen_een_beheerder_wijzigt_regios_en_organen() {
    UUID lid = lid(SOEST).id();
    Orgaan orgaan = beheer.voegOverlegToe(regio, "Kopgroep", Orgaansoort.OVERIG, BEHEERDER);
    Gebruiker secretaris = met(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, regio));
    Map<String, String> voor = proef.afdruk();
    for (ThrowingCallable daad :
        List.<ThrowingCallable>of(
            () -> beheer.treedToe(regio, AMERSFOORT, VANDAAG, secretaris),
            () -> beheer.vertrek(lid, VANDAAG, "Weg.", secretaris),
            () -> beheer.voegOverlegToe(regio, "Ander", Orgaansoort.OVERIG, secretaris),
            () -> beheer.voegBestuursorgaanToe(SOEST, "Ander", Orgaansoort.ADVIESRAAD, secretaris),
            () -> beheer.hernoem(orgaan.id(), "Ander", secretaris),
            () -> beheer.beeindig(orgaan.id(), VANDAAG, "Weg.", secretaris))) {
      assertThatThrownBy(daad).isInstanceOf(GeenToegang.class);
    }
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  // -- bodies ----------------------------------------------------------------------------------

  @Test
  void een_overleg_krijgt_een_sleutel_uit_zijn_naam_en_twee_van_een_naam_bestaan_niet_tegelijk() {
    Orgaan eerste = beheer.voegOverlegToe(regio, " Bestuurlijk plátform (jeugd) ", Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG, BEHEERDER);
    assertThat(eerste.id()).isEqualTo(regio.toLowerCase() + "-bestuurlijk-platform-jeugd");
    assertThat(eerste.naam()).isEqualTo("Bestuurlijk plátform (jeugd)");
    geweigerd("naam", "al een overleg", () -> beheer.voegOverlegToe(regio, "bestuurlijk plátform (JEUGD)", Orgaansoort.OVERIG, BEHEERDER));
    geweigerd("naam", "Vul de naam in", () -> beheer.voegOverlegToe(regio, " ", Orgaansoort.OVERIG, BEHEERDER));
    geweigerd("naam", "120", () -> beheer.voegOverlegToe(regio, "x".repeat(121), Orgaansoort.OVERIG, BEHEERDER));
    geweigerd("soort", "Kies wat voor overleg", () -> beheer.voegOverlegToe(regio, "Raad", Orgaansoort.RAAD, BEHEERDER));
    geweigerd("soort", "Kies wat voor overleg", () -> beheer.voegOverlegToe(regio, "Raad", null, BEHEERDER));

    beheer.beeindig(eerste.id(), VANDAAG, "Opgegaan in een ander.", BEHEERDER);
    Orgaan tweede = beheer.voegOverlegToe(regio, "Bestuurlijk plátform (jeugd)", Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG, BEHEERDER);
    assertThat(tweede.id()).isEqualTo(eerste.id() + "-2");
  }

  @Test
  void een_gemeente_krijgt_er_een_commissie_of_adviesraad_bij_maar_geen_tweede_raad() {
    String naam = "Raadscommissie " + regio;
    Orgaan commissie = beheer.voegBestuursorgaanToe(SOEST, naam, Orgaansoort.RAADSCOMMISSIE, BEHEERDER);
    assertThat(commissie.gemeente()).hasValue(SOEST);
    assertThat(laatsteInJournaal()).contains("Gemeente Soest: " + naam + " toegevoegd.");
    geweigerd("soort", "Kies wat voor orgaan", () -> beheer.voegBestuursorgaanToe(SOEST, "Tweede raad", Orgaansoort.RAAD, BEHEERDER));
    geweigerd("", "hoort bij de gemeente", () -> beheer.hernoem("raad-gm0342", "Parlement", BEHEERDER));
    geweigerd("", "hoort bij de gemeente", () -> beheer.beeindig("college-gm0342", VANDAAG, "Weg.", BEHEERDER));
  }

  @Test
  void een_gemeente_heeft_een_wethoudersstaf_tegelijk_en_een_regio_geen() {
    Orgaan staf = beheer.voegBestuursorgaanToe(SOEST, "Staf " + regio, Orgaansoort.WETHOUDERSSTAF, BEHEERDER);
    geweigerd(
        "soort",
        "heeft al een wethoudersstaf",
        () -> beheer.voegBestuursorgaanToe(SOEST, "Andere staf " + regio, Orgaansoort.WETHOUDERSSTAF, BEHEERDER));
    geweigerd(
        "soort",
        "Kies wat voor overleg",
        () -> beheer.voegOverlegToe(regio, "Staf van de regio", Orgaansoort.WETHOUDERSSTAF, BEHEERDER));
    beheer.beeindig(staf.id(), VANDAAG, "Andere wethouder.", BEHEERDER);
    Orgaan tweede = beheer.voegBestuursorgaanToe(SOEST, "Andere staf " + regio, Orgaansoort.WETHOUDERSSTAF, BEHEERDER);
    beheer.beeindig(tweede.id(), VANDAAG, "Na de proef.", BEHEERDER);
  }

  @Test
  void een_overleg_heet_anders_en_het_journaal_kent_de_oude_naam() {
    Orgaan orgaan = beheer.voegOverlegToe(regio, "Kopgroep", Orgaansoort.OVERIG, BEHEERDER);
    beheer.voegOverlegToe(regio, "Kerngroep", Orgaansoort.OVERIG, BEHEERDER);
    geweigerd("naam", "al een overleg", () -> beheer.hernoem(orgaan.id(), "kerngroep", BEHEERDER));
    geweigerd("naam", "Vul de naam in", () -> beheer.hernoem(orgaan.id(), null, BEHEERDER));
    beheer.hernoem(orgaan.id(), "Stuurgroep", BEHEERDER);
    assertThat(proef.regios.orgaan(orgaan.id()).orElseThrow().naam()).isEqualTo("Stuurgroep");
    assertThat(laatsteInJournaal()).contains("Regio Beheerregio: Kopgroep heet nu Stuurgroep.");
  }

  @Test
  void een_beeindigd_overleg_is_niet_meer_te_kiezen_voor_een_nieuwe_visie() {
    proef.raden(SOEST);
    String uo = "proef-" + Orgaansoort.UITVOERINGSOVERLEG.code();
    geweigerd("tot", "vandaag of een latere dag", () -> beheer.beeindig(uo, proef.klok.vandaag().minusDays(1), "Weg.", BEHEERDER));
    geweigerd("reden", "Geef een reden", () -> beheer.beeindig(uo, proef.klok.vandaag(), "", BEHEERDER));
    try {
      beheer.beeindig(uo, proef.klok.vandaag(), "Opgeheven.", BEHEERDER);
      geweigerd("tot", "er dan al niet meer", () -> beheer.beeindig(uo, proef.klok.vandaag(), "Nog eens.", BEHEERDER));
      assertThatThrownBy(() -> proef.raden(SOEST)).isInstanceOf(VisieFout.class).hasMessageContaining("uitvoeringsoverleg");
    } finally {
      proef.transactie.executeWithoutResult(
          status -> proef.jdbc.update("update orgaan set tot = null where id = ?", uo));
    }
  }

  // -- contacts --------------------------------------------------------------------------------

  private static Contact.Gegevens gegevens(String functie, String mail, String telefoon) {
    return new Contact.Gegevens(functie, mail, telefoon, " ");
  }

  private Contact contact(String orgaan) {
    return proef.regios.contacten(List.of(orgaan)).get(0);
  }

  @Test
  void een_contact_wordt_toegevoegd_gewijzigd_en_verwijderd_en_het_journaal_noemt_geen_adres() {
    Orgaan orgaan = beheer.voegOverlegToe(regio, "Kopgroep", Orgaansoort.OVERIG, BEHEERDER);
    contacten.voegToe(orgaan.id(), gegevens(" Secretariaat ", " kop@regio.nl ", ""), BEHEERDER);
    Contact contact = contact(orgaan.id());
    assertThat(contact.functie()).isEqualTo("Secretariaat");
    assertThat(contact.mail()).hasValue("kop@regio.nl");
    assertThat(contact.telefoon()).isEmpty();
    contacten.wijzig(contact.id(), gegevens("Secretariaat", null, "+31 (0)35 123 45 67"), BEHEERDER);
    assertThat(contact(orgaan.id()).mail()).isEmpty();
    contacten.verwijder(contact.id(), BEHEERDER);
    assertThat(proef.regios.contacten(List.of(orgaan.id()))).isEmpty();
    assertThat(laatsteInJournaal()).isEqualTo("Beheerder|contact_verwijderd|Contact van Kopgroep: Secretariaat verwijderd.|");
    assertThat(
            proef.jdbc.queryForObject(
                "select count(*) from journaal where tekst like '%kop@regio.nl%' or tekst like '%123 45%'", Integer.class))
        .isZero();
    geweigerd("", "bestaat niet meer", () -> contacten.verwijder(contact.id(), BEHEERDER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"griffie", "griffie@soest", "a b@soest.nl", "a@b@soest.nl", "a@soest.nl\nbcc: x@y.nl", "<a@soest.nl>", "a@soest.nl?subject=x"})
  void een_adres_dat_geen_e_mailadres_is_wordt_geweigerd(String mail) {
    geweigerd("mail", "geen e-mailadres", () -> contacten.voegToe("raad-gm0342", gegevens("Griffie", mail, null), BEHEERDER));
  }

  @Test
  void een_contact_heeft_een_functie_en_een_adres_of_nummer() {
    geweigerd("functie", "Noem de functie", () -> contacten.voegToe("raad-gm0342", gegevens(" ", "a@soest.nl", null), BEHEERDER));
    geweigerd("mail", "e-mailadres of een telefoonnummer", () -> contacten.voegToe("raad-gm0342", gegevens("Griffie", " ", null), BEHEERDER));
    geweigerd("telefoon", "cijfers en spaties", () -> contacten.voegToe("raad-gm0342", gegevens("Griffie", null, "bel mij"), BEHEERDER));
    geweigerd("functie", "120", () -> contacten.voegToe("raad-gm0342", gegevens("x".repeat(121), "a@soest.nl", null), BEHEERDER));
    geweigerd(
        "notitie", "1000",
        () -> contacten.voegToe("raad-gm0342", new Contact.Gegevens("Griffie", "a@soest.nl", null, "x".repeat(1001)), BEHEERDER));
    geweigerd("", "bestaat niet", () -> contacten.voegToe("nergens", gegevens("Griffie", "a@soest.nl", null), BEHEERDER));
  }

  @Test
  void wie_voor_een_orgaan_vastlegt_houdt_de_contacten_bij_en_een_ander_niet() {
    Orgaan uo = beheer.voegOverlegToe(regio, "Uitvoeringsoverleg", Orgaansoort.UITVOERINGSOVERLEG, BEHEERDER);
    Orgaan commissie = beheer.voegBestuursorgaanToe(SOEST, "Commissie " + regio, Orgaansoort.RAADSCOMMISSIE, BEHEERDER);
    Orgaan adviesraad = beheer.voegBestuursorgaanToe(SOEST, "Adviesraad " + regio, Orgaansoort.ADVIESRAAD, BEHEERDER);
    Gebruiker secretaris = met(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, regio));
    Gebruiker vanHetUo = met(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, regio, uo.id()));
    Gebruiker griffier = met(Toekenning.inGemeente(Rol.GRIFFIER, SOEST));
    Gebruiker bestuur = met(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, SOEST));
    Gebruiker beleid = met(Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, SOEST));

    assertThat(waarMag(BEHEERDER, uo, commissie, adviesraad)).isEqualTo("uo college raad commissie adviesraad buurraad");
    assertThat(waarMag(secretaris, uo, commissie, adviesraad)).isEqualTo("uo college raad commissie adviesraad");
    assertThat(waarMag(vanHetUo, uo, commissie, adviesraad)).isEqualTo("uo");
    assertThat(waarMag(griffier, uo, commissie, adviesraad)).isEqualTo("raad commissie");
    assertThat(waarMag(bestuur, uo, commissie, adviesraad)).isEqualTo("college");
    assertThat(waarMag(beleid, uo, commissie, adviesraad)).isEqualTo("college raad commissie adviesraad");
    assertThat(waarMag(met(Toekenning.inRegio(Rol.MANAGER, regio)), uo, commissie, adviesraad)).isEmpty();
    assertThat(waarMag(met(Toekenning.zonderBereik(Rol.LEZER)), uo, commissie, adviesraad)).isEmpty();

    assertThat(contacten.eigen(griffier)).extracting(Orgaan::id).contains("raad-gm0342", commissie.id()).doesNotContain("college-gm0342");
    assertThat(contacten.eigen(vanHetUo)).extracting(Orgaan::id).containsExactly(uo.id());
    assertThat(contacten.eigen(BEHEERDER)).isEmpty();
  }

  private String waarMag(Gebruiker wie, Orgaan uo, Orgaan commissie, Orgaan adviesraad) {
    StringBuilder waar = new StringBuilder();
    List.of(
            List.of("uo", uo.id()),
            List.of("college", "college-gm0342"),
            List.of("raad", "raad-gm0342"),
            List.of("commissie", commissie.id()),
            List.of("adviesraad", adviesraad.id()),
            List.of("buurraad", "raad-gm0307"))
        .forEach(
            paar -> {
              try {
                contacten.voegToe(paar.get(1), gegevens("Proef", "proef@voorbeeld.nl", null), wie);
                waar.append(waar.isEmpty() ? "" : " ").append(paar.get(0));
                contacten.verwijder(contact(paar.get(1)).id(), wie);
              } catch (GeenToegang geen) {
                // not his to keep
              }
            });
    return waar.toString();
  }

  @Test
  void wie_een_contact_niet_bijhoudt_wijzigt_en_verwijdert_het_ook_niet() {
    contacten.voegToe("raad-gm0307", gegevens("Griffie", "griffie@amersfoort.nl", null), BEHEERDER);
    UUID id = contact("raad-gm0307").id();
    Gebruiker soest = proef.griffier(SOEST);
    Map<String, String> voor = proef.afdruk();
    assertThatThrownBy(() -> contacten.wijzig(id, gegevens("Griffie", "a@soest.nl", null), soest)).isInstanceOf(GeenToegang.class);
    assertThatThrownBy(() -> contacten.verwijder(id, soest)).isInstanceOf(GeenToegang.class);
    assertThat(proef.afdruk()).isEqualTo(voor);
    contacten.verwijder(id, proef.griffier(Proefomgeving.AMERSFOORT));
  }
}
