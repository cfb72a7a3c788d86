package nl.besluitroute.proces;

import static nl.besluitroute.ondersteuning.Proefomgeving.AMERSFOORT;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static nl.besluitroute.ondersteuning.Proefvisie.invoer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.junit.jupiter.api.Test;

/** Refused input gives a sentence and leaves every table as it was; the task stays open. */
class GeweigerdeInvoerIT extends Databaseproef {
  private static final String LANG = "x".repeat(100_000);

  /** Tries each change on good input; then the good input itself is accepted. */
  private void weiger(AgendaTaak taak, Map<String, Object> goed, Object[]... gevallen) {
    Map<String, String> voor = proef.afdruk();
    for (Object[] geval : gevallen) {
      Map<String, Object> invoer = new HashMap<>(goed);
      invoer.putAll(invoer(geval[0], geval[1]));
      weigert(taak, invoer, String.valueOf(geval[2]));
    }
    assertThat(proef.afdruk()).isEqualTo(voor);
    assertThat(proef.agenda.vind(taak.taak())).isPresent();
  }

  private void weigert(AgendaTaak taak, Map<String, Object> invoer, String zin) {
    Throwable fout = catchThrowable(() -> proef.taken.voltooi(taak.taak(), invoer, proef.secretaris()));
    assertThat(fout)
        .as("geweigerd wegens: " + zin)
        .isInstanceOf(OnjuisteInvoer.class)
        .hasMessageContaining(zin);
  }

  private static Object[] g(String veld, Object waarde, String zin) {
    return new Object[] {veld, waarde, zin};
  }

  @Test
  void een_versie_die_niet_kan() {
    Proefvisie v = proef.raden(SOEST).versie("0.8").participatie("participatie_partners");
    v.overleg("klankbord_concept", "0.8");
    Map<String, Object> goed = Proefvisie.versieInvoer("0.9", "2026-03-02", "Tekst");
    String ander = "a".repeat(64);
    weiger(
        v.taak("versieVastleggen"),
        goed,
        g("nummer", null, "nog leeg"),
        g("nummer", "0.8", "al vastgelegd"),
        g("nummer", "een", "niet de vorm"),
        g("nummer", "1".repeat(21), "21 tekens lang"),
        g("datum", "2026-03-03", "in de toekomst"),
        g("datum", "2026-02-30", "geen datum"),
        g("toelichting", LANG, "100000 tekens lang"),
        g("toelichting", "a\u0000b", "niet te lezen"),
        g("onderdelen", List.of(), "ten minste één onderdeel"),
        g("onderdelen", List.of(invoer("naam", "a")), "versiekenmerk (SHA-256)"),
        g("onderdelen", List.of(invoer("naam", "a", "tekst", LANG)), "100000 tekens lang"),
        g("onderdelen", List.of(invoer("naam", "a", "tekst", "b", "kenmerk", ander)), "hoort niet bij deze tekst"),
        g("onderdelen", List.of(invoer("naam", "a", "tekst", "b"), invoer("naam", "a", "tekst", "c")), "twee keer"),
        g("extra", "x", "geen veld 'extra'"));
    v.voltooi(v.taak("versieVastleggen"), goed);
  }

  @Test
  void een_verzending_en_een_conclusie_die_niet_kunnen() {
    Proefvisie v = proef.raden(SOEST);
    proef.zet(v.stap("tekst_concept").gepland().orElseThrow().laatste());
    v.versie("0.9").participatie("participatie_partners");
    String vandaag = proef.klok.vandaag().toString();
    String morgen = proef.klok.vandaag().plusDays(1).toString();
    String gisteren = proef.klok.vandaag().minusDays(1).toString();
    Map<String, Object> verzending = invoer("versie", "0.9", "verzonden_op", vandaag);
    weiger(
        v.taak("stukkenVerzenden"),
        verzending,
        g("versie", "3.0", "geen keuze"),
        g("versie", null, "nog leeg"),
        g("verzonden_op", morgen, "in de toekomst"),
        g("verzonden_op", gisteren, "voordat versie 0.9 er was"));
    v.voltooi(v.taak("stukkenVerzenden"), verzending);

    Map<String, Object> goed = v.conclusieInvoer("0.9", "positief");
    Map<String, Object> nvt = new HashMap<>(goed);
    nvt.put("conclusie", "nvt");
    weiger(
        v.taak("conclusieVastleggen"),
        goed,
        g("datum", morgen, "in de toekomst"),
        g("datum", gisteren, "bestond nog niet"),
        g("datum", null, "nog leeg"),
        g("versie", "3.0", "geen keuze"),
        g("conclusie", "prima", "geen keuze"),
        g("conclusie", "nvt", "nog leeg"),
        g("conclusie", "aangehouden", "nog leeg"),
        g("opmerkingen", List.of(invoer("tekst", LANG)), "100000 tekens lang"),
        g("opmerkingen", List.of(invoer("eigenaar", "x")), "nog leeg"),
        g("voorbehouden", List.of(invoer("gemeente", AMERSFOORT, "tekst", "x")), "geen keuze"),
        g("voorbehouden", List.of(invoer("gemeente", SOEST)), "nog leeg"),
        g("voorbehouden", List.of(invoer("tekst", "x")), "nog leeg"),
        g(
            "voorbehouden",
            List.of(invoer("gemeente", SOEST, "tekst", "x"), invoer("gemeente", SOEST, "tekst", "y")),
            "één voorbehoud"));
    v.voltooi(v.taak("conclusieVastleggen"), goed);
  }

  @Test
  void een_participatie_die_niet_kan() {
    Proefvisie v = proef.raden(SOEST).versie("0.9");
    Map<String, Object> goed = invoer("groep", "Huisartsen", "datum", "3 maart", "meer", "nee");
    weiger(
        v.taak("participatieVastleggen"),
        goed,
        g("groep", " ", "nog leeg"),
        g("groep", "x".repeat(201), "201 tekens lang"),
        g("datum", "3 maart\n2026", "geen bestaande datum"),
        g("deelnemers", -1, "kan niet"),
        g("meer", "misschien", "geen keuze"));
    v.voltooi(v.taak("participatieVastleggen"), goed);
  }

  @Test
  void een_besluit_dat_niet_kan() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST);
    proef.zet(v.stap("tekst_definitief").gepland().orElseThrow().laatste());
    v.radenTotLokaal();
    String morgen = proef.klok.vandaag().plusDays(1).toString();
    String gisteren = proef.klok.vandaag().minusDays(1).toString();
    Map<String, Object> college = v.besluitInvoer("conform", "1.0");
    weiger(
        v.taak("collegebesluitVastleggen", SOEST),
        college,
        g("datum", morgen, "in de toekomst"),
        g("datum", gisteren, "bestond nog niet"),
        g("uitkomst", "aangenomen", "geen keuze"),
        g("versie", null, "versie waarop is besloten"),
        g("versie", "7.7", "geen keuze"),
        g("dictum", LANG, "100000 tekens lang"),
        g("nummer", "n".repeat(201), "tekens lang"),
        g("bron", null, "Noem de bron"),
        g("gemeente", AMERSFOORT, "geen veld 'gemeente'"));
    // A college that passes the raadsvoorstel on adopts nothing itself: it needs no dictum.
    college.remove("dictum");
    v.voltooi(v.taak("collegebesluitVastleggen", SOEST), college);

    Map<String, Object> raad =
        v.besluitInvoer("aangehouden", "1.0", "dictum", null, "volgende_datum", "1 oktober 2026");
    v.voltooi(v.taak("raadsbesluitVastleggen", SOEST), raad);
    Map<String, Object> goed = v.besluitInvoer("aangenomen", "1.0");
    Map<String, String> voor = proef.afdruk();
    weigert(v.taak("raadsbesluitVastleggen", SOEST), raad, "Precies dit besluit is al vastgelegd");
    assertThat(proef.afdruk()).isEqualTo(voor);
    weiger(
        v.taak("raadsbesluitVastleggen", SOEST),
        goed,
        g("datum", gisteren, "bestond nog niet"),
        g("uitkomst", "conform", "geen keuze"),
        g("dictum", " \n ", "woord voor woord"));
    v.voltooi(v.taak("raadsbesluitVastleggen", SOEST), goed);
  }

  @Test
  void een_brief_een_afsluiting_en_een_advies_die_niet_kunnen() {
    Proefvisie v = proef.colleges(SOEST).collegesTotLokaal().college(SOEST, "gewijzigd", "1.0");
    weiger(v.taak("besluitrondeAfsluiten"), invoer("bevestiging", true), g("bevestiging", false, "Vink dit aan"));
    v.sluitAf();
    String vandaag = proef.klok.vandaag().toString();
    weiger(
        v.taak("raadInformeren"),
        invoer("datum", vandaag, "bron", "x"),
        g("datum", "2030-01-01", "in de toekomst"),
        g("bron", "", "Noem de bron"),
        g("toelichting", LANG, "100000 tekens lang"));

    Proefvisie r = proef.raden(SOEST).radenTotLokaal().college(SOEST, "conform", "1.0");
    r.raad(SOEST, "gewijzigd_aangenomen", "1.0").sluitAf();
    weiger(
        r.taak("adviesTweedeRonde"),
        invoer("datum", proef.klok.vandaag().toString(), "advies", "accepteren"),
        g("datum", "2030-01-01", "in de toekomst"),
        g("advies", "doorgaan", "geen keuze"));
  }

  @Test
  void opmaak_en_formules_blijven_tekst_in_elk_veld() {
    String tekst = "<b onclick=alert(1)>é</b> =HYPERLINK(\"x\") ${1+1} #{x} '; drop table visie; -- \uD83D\uDE42";
    Proefvisie v = proef.raden(SOEST);
    v.voltooi(
        v.taak("versieVastleggen"),
        invoer(
            "nummer", "0.9", "datum", "2026-03-02", "toelichting", tekst,
            "onderdelen", List.of(invoer("naam", tekst, "tekst", tekst))));
    v.voltooi(
        v.taak("participatieVastleggen"),
        invoer("groep", tekst, "datum", "3 maart", "uitkomst", tekst, "verwerking", tekst, "meer", "nee"));
    v.verzend("klankbord_concept", "0.9");
    v.concludeer(
        "klankbord_concept",
        "0.9",
        "nvt",
        "reden",
        tekst,
        "opmerkingen",
        List.of(invoer("tekst", tekst, "eigenaar", tekst)),
        "voorbehouden",
        List.of(invoer("gemeente", SOEST, "tekst", tekst)));
    assertThat(v.behandelingen("klankbord_concept").get(0).reden()).isEqualTo(tekst);
    for (String kolom :
        List.of(
            "select naam from versie_onderdeel where versie in (select id from versie where visie = ?)",
            "select tekst from versie_onderdeel where versie in (select id from versie where visie = ?)",
            "select toelichting from versie where visie = ?",
            "select groep from activiteit where visie = ?",
            "select uitkomst from activiteit where visie = ?",
            "select tekst from opmerking where visie = ?",
            "select eigenaar from opmerking where visie = ?")) {
      assertThat(proef.jdbc.queryForList(kolom, String.class, v.id())).as(kolom).containsExactly(tekst);
    }
    assertThat(
            proef.jdbc.queryForObject(
                "select count(*) from ACT_HI_VARINST where TEXT_ like '%HYPERLINK%' or NAME_ in ('invoer', 'gemeenten')",
                Integer.class))
        .as("nothing that was entered stays in the engine")
        .isZero();
  }

  @Test
  void het_werk_van_een_ander_wordt_geweigerd_en_verandert_niets() {
    Proefvisie v = proef.raden(AMERSFOORT, SOEST).radenTotLokaal();
    AgendaTaak taak = v.taak("collegebesluitVastleggen", SOEST);
    Map<String, Object> goed = v.besluitInvoer("conform", "1.0");
    Map<String, String> voor = proef.afdruk();
    List<Gebruiker> anderen =
        List.of(
            proef.griffier(AMERSFOORT),
            Gebruiker.secretarisVan(List.of("JZ01")),
            new Gebruiker("m", "Manager", List.of(Toekenning.inRegio(Rol.MANAGER, "PROEF"))),
            new Gebruiker("b", "Beheerder", List.of(new Toekenning(Rol.BEHEERDER, "PROEF", null, SOEST, null, null))),
            new Gebruiker("n", "Niemand", List.of()));
    for (Gebruiker ander : anderen) {
      assertThat(catchThrowable(() -> proef.taken.voltooi(taak.taak(), goed, ander)))
          .as(ander.naam())
          .isInstanceOf(GeenToegang.class);
      assertThat(catchThrowable(() -> proef.taken.formulier(taak.taak(), ander)))
          .isInstanceOf(GeenToegang.class);
    }
    Proefvisie regionaal = proef.raden(SOEST);
    assertThat(
            catchThrowable(
                () ->
                    proef.taken.voltooi(
                        regionaal.taak("versieVastleggen").taak(),
                        Proefvisie.versieInvoer("1.0", "2026-03-02", "x"),
                        proef.griffier(SOEST))))
        .isInstanceOf(GeenToegang.class);
    assertThat(proef.journaal.vanTaak(taak.taak())).isEmpty();
    assertThat(v.besluiten(SOEST)).isEmpty();
    assertThat(voor.get("besluit")).isEqualTo(proef.afdruk().get("besluit"));
  }

  @Test
  void rechtstreeks_in_de_engine_afronden_wordt_geweigerd() {
    Proefvisie v = proef.raden(SOEST);
    String taak = v.taak("versieVastleggen").taak();
    Map<String, String> voor = proef.afdruk();
    Throwable fout = catchThrowable(() -> proef.engine.getTaskService().complete(taak));
    assertThat(fout).isNotNull().hasStackTraceContaining("alleen op de pagina's van Besluitroute");
    assertThat(catchThrowable(() -> proef.engine.getFormService().submitTaskForm(taak, Map.of()))).isNotNull();
    assertThat(proef.afdruk()).isEqualTo(voor);
  }

  @Test
  void wie_als_tweede_komt_leest_wie_het_wanneer_deed() {
    Proefvisie v = proef.raden(SOEST);
    AgendaTaak taak = v.taak("versieVastleggen");
    proef.zet(java.time.LocalDateTime.of(2026, 3, 12, 14, 5));
    Map<String, Object> invoer = Proefvisie.versieInvoer("0.9", "2026-03-02", "x");
    v.voltooi(taak, invoer);
    Map<String, String> voor = proef.afdruk();
    assertThat(catchThrowable(() -> proef.taken.voltooi(taak.taak(), invoer, proef.secretaris())))
        .isInstanceOf(TaakNietOpen.class)
        .hasMessage(
            "Deze taak is al afgerond door ambtelijk secretaris op 12 maart om 14.05 uur. Wat u invulde"
                + " is niet opgeslagen.");
    assertThat(catchThrowable(() -> proef.taken.formulier(taak.taak(), proef.secretaris())))
        .isInstanceOf(TaakNietOpen.class);
    assertThat(catchThrowable(() -> proef.taken.voltooi("bestaat-niet", Map.of(), proef.secretaris())))
        .isInstanceOf(TaakNietOpen.class)
        .hasMessageContaining("bestaat niet meer");
    assertThat(proef.afdruk()).isEqualTo(voor);
  }
}
