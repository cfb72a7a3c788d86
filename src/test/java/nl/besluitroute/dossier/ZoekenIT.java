package nl.besluitroute.dossier;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Opmerkingen;
import nl.besluitroute.dossier.Zoeken.Groep;
import nl.besluitroute.dossier.Zoeken.Lijst;
import nl.besluitroute.dossier.Zoeken.Treffer;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheden.Markering;
import nl.besluitroute.visie.Vertrouwelijkheid.Niveau;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody finds what he may see, and nothing of the rest. */
class ZoekenIT extends Databaseproef {
  @Autowired Zoeken zoeken;
  @Autowired Opmerkingen opmerkingen;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;

  private static Gebruiker als(Toekenning rol) {
    return new Gebruiker(rol.rol().name(), rol.rol().naam(), List.of(rol));
  }

  private static Gebruiker lezer() {
    return als(Toekenning.inRegio(Rol.LEZER, REGIO));
  }

  private static Gebruiker beheerder() {
    return als(Toekenning.zonderBereik(Rol.BEHEERDER));
  }

  /** The groups in which something was found, with how much of this vision or of no vision. */
  private Map<Groep, Integer> gevonden(String vraag, Proefvisie v, Gebruiker wie) {
    Map<Groep, Integer> aantal = new TreeMap<>();
    for (Lijst lijst : zoeken.alles(vraag, 2000, wie)) {
      int hier = (int) lijst.treffers().stream().filter(t -> t.visie() == null || t.visie().id().equals(v.id())).count();
      if (hier > 0) {
        aantal.put(lijst.groep(), hier);
      }
    }
    return aantal;
  }

  private List<Treffer> treffers(Groep groep, String vraag, Gebruiker wie) {
    return zoeken.groep(groep, vraag, 0, 2000, wie).treffers();
  }

  /** A vision with a remark, a besluit and a version of which the words are its own. */
  private Proefvisie visie(String woord) {
    Proefvisie v =
        proef
            .raden(SOEST, BAARN)
            .versie("0.9")
            .participatie("participatie_partners")
            .overleg(
                "klankbord_concept",
                "0.9",
                "met_opmerkingen",
                "opmerkingen",
                List.of(Proefvisie.invoer("tekst", "Noem het " + woord + " 100% zeker_weten", "eigenaar", "projectleider")));
    v.versie("1.0");
    v.overleg("uo_definitief", "1.0").overleg("do_definitief", "1.0").overleg("pfho_definitief", "1.0");
    v.college(SOEST, "conform", "1.0");
    return v;
  }

  private static String woord() {
    return "Zoek" + Long.toString(System.nanoTime(), 36);
  }

  private void merk(Proefvisie v, String stap, String versie, Niveau niveau, String orgaan, Gebruiker wie) {
    vertrouwelijkheden.markeer(new Markering(v.id(), stap, versie, niveau, "Artikel 5.1 Woo", orgaan, null), wie);
  }

  @Test
  void wat_is_vastgelegd_wordt_gevonden_in_hoofdletters_of_niet() {
    String woord = woord();
    Proefvisie v = visie(woord);
    for (String vraag : List.of(woord, woord.toLowerCase(), woord.toUpperCase(), woord.substring(2), "noem zeker_weten " + woord)) {
      List<Treffer> gevonden = treffers(Groep.OPMERKINGEN, vraag, proef.secretaris());
      assertThat(gevonden).as(vraag).hasSize(1);
      assertThat(((Opmerking) gevonden.get(0).ding()).tekst()).contains(woord);
      assertThat(gevonden.get(0).visie().id()).isEqualTo(v.id());
    }
    assertThat(treffers(Groep.OPMERKINGEN, woord + " komt-niet-voor", proef.secretaris())).isEmpty();
  }

  @Test
  void jokertekens_zijn_gewone_tekens() {
    String woord = woord();
    visie(woord);
    assertThat(treffers(Groep.OPMERKINGEN, woord + " 100%", proef.secretaris())).hasSize(1);
    assertThat(treffers(Groep.OPMERKINGEN, woord + " zeker_weten", proef.secretaris())).hasSize(1);
    assertThat(treffers(Groep.OPMERKINGEN, woord + " zeker%weten", proef.secretaris())).isEmpty();
    assertThat(treffers(Groep.OPMERKINGEN, woord + " 1_0%", proef.secretaris())).isEmpty();
    assertThat(treffers(Groep.OPMERKINGEN, woord + " '\"!\\", proef.secretaris())).isEmpty();
  }

  @Test
  void visies_versies_besluiten_geschiedenis_overleggen_en_gemeenten_worden_gevonden() {
    Proefvisie v = visie(woord());
    Gebruiker wie = proef.secretaris();
    assertThat(treffers(Groep.VISIES, v.id(), wie)).hasSize(1);
    assertThat(treffers(Groep.BESLUITEN, "regiovisie jeugdhulp vast te stellen", wie))
        .filteredOn(t -> t.visie().id().equals(v.id()))
        .extracting(t -> ((Besluit) t.ding()).gemeente())
        .containsExactly(SOEST);
    assertThat(treffers(Groep.GESCHIEDENIS, v.id(), wie)).isNotEmpty();
    Versie versie = proef.versies.versie(v.id(), "1.0").orElseThrow();
    assertThat(zoeken.groep(Groep.VERSIES, "Regiovisie.docx", 0, 1000, wie).treffers())
        .filteredOn(t -> t.visie().id().equals(v.id()))
        .hasSize(2);
    assertThat(treffers(Groep.VERSIES, versie.kenmerk().kort(), wie)).extracting(t -> ((Versie) t.ding()).kenmerk()).contains(versie.kenmerk());
    assertThat(treffers(Groep.OVERLEGGEN, "raad soest", wie)).extracting(t -> ((Orgaan) t.ding()).id()).contains("raad-gm0342");
    assertThat(treffers(Groep.GEMEENTEN, "soest", wie)).extracting(t -> ((Gemeente) t.ding()).code()).containsExactly(SOEST);
  }

  @Test
  void wie_een_visie_niet_leest_vindt_er_niets_van() {
    String woord = woord();
    Proefvisie v = visie(woord);
    for (Gebruiker wie :
        List.of(
            als(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ20")),
            proef.griffier("GM0014"),
            new Gebruiker("zonder", "Zonder rol", List.of()))) {
      assertThat(gevonden(woord, v, wie)).as(wie.naam()).isEmpty();
      assertThat(gevonden(v.id(), v, wie)).as(wie.naam()).isEmpty();
    }
    assertThat(gevonden(woord, v, proef.griffier(SOEST))).containsKey(Groep.OPMERKINGEN);
  }

  @Test
  void wat_bij_een_stap_vertrouwelijk_is_vindt_alleen_wie_een_functie_heeft_ook_in_de_geschiedenis_niet() {
    String woord = woord();
    Proefvisie v = visie(woord);
    Opmerking opmerking = (Opmerking) treffers(Groep.OPMERKINGEN, woord, proef.secretaris()).get(0).ding();
    opmerkingen.beantwoord(
        opmerking.id(),
        new Opmerkingen.Beantwoording(Opmerking.Antwoord.NIET_OVERGENOMEN, null, null, "Uitleg " + woord),
        proef.secretaris());
    assertThat(gevonden(woord, v, lezer())).containsOnlyKeys(Groep.OPMERKINGEN, Groep.GESCHIEDENIS);

    merk(v, v.id() + "/klankbord_concept", null, Niveau.VERTROUWELIJK, "proef-klankbordgroep", proef.secretaris());
    for (Gebruiker wie : List.of(lezer(), beheerder())) {
      assertThat(gevonden(woord, v, wie)).as(wie.naam()).isEmpty();
      assertThat(zoeken.groep(Groep.OPMERKINGEN, woord, 0, 1, wie).meer()).isFalse();
    }
    assertThat(gevonden(woord, v, proef.secretaris())).containsOnlyKeys(Groep.OPMERKINGEN, Groep.GESCHIEDENIS);
    assertThat(gevonden(woord, v, proef.griffier(SOEST))).containsKey(Groep.OPMERKINGEN);
  }

  @Test
  void een_vertrouwelijke_versie_wordt_niet_gevonden_op_naam_nummer_kenmerk_of_tekst() {
    Proefvisie v = visie(woord());
    Versie versie = proef.versies.versie(v.id(), "0.9").orElseThrow();
    String kenmerk = versie.kenmerk().hex();
    assertThat(treffers(Groep.VERSIES, kenmerk, lezer())).anyMatch(t -> t.visie().id().equals(v.id()));
    merk(v, null, "0.9", Niveau.VERTROUWELIJK, "proef-klankbordgroep", proef.secretaris());
    for (Gebruiker wie : List.of(lezer(), beheerder())) {
      for (String vraag : List.of(kenmerk, "0.9", "Regiovisie.docx")) {
        assertThat(zoeken.groep(Groep.VERSIES, vraag, 0, 1000, wie).treffers())
            .as(wie.naam() + " " + vraag)
            .noneMatch(t -> t.visie().id().equals(v.id()) && ((Versie) t.ding()).nummer().equals("0.9"));
      }
      assertThat(zoeken.groep(Groep.GESCHIEDENIS, versie.kenmerk().kort(), 0, 1000, wie).treffers())
          .noneMatch(t -> t.visie().id().equals(v.id()) && t.tekst().contains("0.9"));
    }
    assertThat(treffers(Groep.VERSIES, kenmerk, proef.secretaris())).anyMatch(t -> t.visie().id().equals(v.id()));
  }

  @Test
  void de_woorden_van_een_geheim_besluit_vindt_alleen_die_gemeente() {
    Proefvisie v = visie(woord());
    Besluit besluit = v.besluiten(SOEST).get(0);
    Gebruiker bestuur = als(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, SOEST));
    assertThat(gevonden(besluit.dictum().orElseThrow(), v, lezer())).containsKey(Groep.BESLUITEN);
    merk(v, besluit.stap(), null, Niveau.GEHEIM, "college-gm0342", bestuur);
    for (Gebruiker wie : List.of(lezer(), beheerder(), proef.secretaris(), proef.griffier(BAARN))) {
      assertThat(gevonden(besluit.dictum().orElseThrow(), v, wie)).as(wie.naam()).doesNotContainKey(Groep.BESLUITEN);
    }
    assertThat(gevonden(besluit.dictum().orElseThrow(), v, bestuur)).containsKey(Groep.BESLUITEN);
  }

  @Test
  void een_vertrouwelijke_visie_bestaat_niet_voor_wie_er_geen_functie_heeft() {
    String woord = woord();
    Proefvisie v = visie(woord);
    merk(v, null, null, Niveau.VERTROUWELIJK, "proef-klankbordgroep", proef.secretaris());
    for (Gebruiker wie : List.of(lezer(), beheerder())) {
      assertThat(gevonden(v.id(), v, wie)).as(wie.naam()).isEmpty();
      assertThat(gevonden(woord, v, wie)).as(wie.naam()).isEmpty();
    }
    assertThat(gevonden(v.id(), v, proef.secretaris())).containsKeys(Groep.VISIES, Groep.GESCHIEDENIS);
  }

  @Test
  void een_te_korte_vraag_vindt_niets_en_een_lange_wordt_ingekort() {
    assertThat(zoeken.alles("", 5, proef.secretaris())).isEmpty();
    assertThat(zoeken.alles(" e ", 5, proef.secretaris())).isEmpty();
    assertThat(Zoeken.woorden("een twee drie vier vijf zes zeven")).hasSize(Zoeken.MAX_WOORDEN);
    assertThat(zoeken.alles("x".repeat(5000), 5, proef.secretaris())).isEmpty();
  }

  @Test
  void een_groep_heeft_bladzijden_zonder_dubbelen() {
    Gebruiker wie = proef.secretaris();
    List<Treffer> alle = zoeken.groep(Groep.GEMEENTEN, "oo", 0, 500, wie).treffers();
    Lijst eerste = zoeken.groep(Groep.GEMEENTEN, "oo", 0, 3, wie);
    Lijst tweede = zoeken.groep(Groep.GEMEENTEN, "oo", 1, 3, wie);
    assertThat(eerste.meer()).isTrue();
    assertThat(List.of(eerste.treffers(), tweede.treffers()).stream().flatMap(List::stream).map(Treffer::tekst))
        .containsExactlyElementsOf(alle.subList(0, 6).stream().map(Treffer::tekst).toList());
    Lijst einde = zoeken.groep(Groep.GEMEENTEN, "oo", (alle.size() - 1) / 3, 3, wie);
    assertThat(einde.meer()).isFalse();
    assertThat(einde.treffers()).isNotEmpty();
  }
}
