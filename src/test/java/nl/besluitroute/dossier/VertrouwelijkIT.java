package nl.besluitroute.dossier;

import static nl.besluitroute.ondersteuning.Proefomgeving.BAARN;
import static nl.besluitroute.ondersteuning.Proefomgeving.REGIO;
import static nl.besluitroute.ondersteuning.Proefomgeving.SOEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.ondersteuning.Databaseproef;
import nl.besluitroute.ondersteuning.Proefvisie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Vertrouwelijkheden.Markering;
import nl.besluitroute.visie.Vertrouwelijkheid;
import nl.besluitroute.visie.Vertrouwelijkheid.Niveau;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is vertrouwelijk or geheim is kept from everyone else, wherever a vision is read. */
class VertrouwelijkIT extends Databaseproef {
  private static final String KLANKBORD = "proef-klankbordgroep";
  private static final String RAAD_SOEST = "raad-gm0342";

  @Autowired Dossiers dossiers;
  @Autowired Vertrouwelijkheden vertrouwelijkheden;

  private static Gebruiker als(Toekenning rol) {
    return new Gebruiker(rol.rol().name(), rol.rol().naam(), List.of(rol));
  }

  private static Gebruiker regionaal(Rol rol) {
    return als(Toekenning.inRegio(rol, REGIO));
  }

  private static Gebruiker griffier(String gemeente) {
    return new Gebruiker(
        "griffier-" + gemeente, "Griffier", List.of(Toekenning.inGemeente(Rol.GRIFFIER, gemeente)));
  }

  private static Gebruiker beheerder() {
    return als(Toekenning.zonderBereik(Rol.BEHEERDER));
  }

  private Vertrouwelijkheid markeer(
      Proefvisie v, String stap, String versie, Niveau niveau, String orgaan, LocalDate tot, Gebruiker wie) {
    return vertrouwelijkheden.markeer(
        new Markering(v.id(), stap, versie, niveau, "Artikel 5.1 Woo", orgaan, tot), wie);
  }

  private List<String> geschiedenis(Proefvisie v, Gebruiker wie) {
    return dossiers.geschiedenis(dossiers.van(v.id(), wie), Optional.empty(), 100).gebeurtenissen().stream()
        .map(Gebeurtenis::soort)
        .toList();
  }

  private String conclusie(Proefvisie v, Gebruiker wie) {
    Dossier d = dossiers.van(v.id(), wie);
    return dossiers.behandeling(d, "concept").stream()
        .filter(rij -> rij.stap().endsWith("klankbord_concept"))
        .map(Behandelverslag.Rij::conclusie)
        .findFirst()
        .orElseThrow();
  }

  private Proefvisie metOpmerking() {
    return proef
        .raden(SOEST, BAARN)
        .versie("0.9")
        .participatie("participatie_partners")
        .overleg(
            "klankbord_concept",
            "0.9",
            "met_opmerkingen",
            "opmerkingen",
            List.of(Proefvisie.invoer("tekst", "Bedrag van aanbieder X", "eigenaar", "projectleider")));
  }

  @Test
  void watEenOverlegVertrouwelijkBehandeldeLeestAlleenWieEenFunctieInDeVisieHeeft() {
    Proefvisie v = metOpmerking();
    markeer(v, v.id() + "/klankbord_concept", null, Niveau.VERTROUWELIJK, KLANKBORD, null, proef.secretaris());

    for (Gebruiker wie : List.of(proef.secretaris(), regionaal(Rol.MANAGER), griffier(SOEST))) {
      assertThat(dossiers.van(v.id(), wie).opmerkingen()).as(wie.naam()).hasSize(1);
      assertThat(conclusie(v, wie)).as(wie.naam()).contains("Bedrag van aanbieder X");
      assertThat(geschiedenis(v, wie)).as(wie.naam()).contains("conclusie_vastgelegd", "vertrouwelijk_gemarkeerd");
    }
    for (Gebruiker wie : List.of(regionaal(Rol.LEZER), beheerder())) {
      Dossier d = dossiers.van(v.id(), wie);
      assertThat(d.opmerkingen()).as(wie.naam()).isEmpty();
      assertThat(d.behandelingen()).as(wie.naam()).noneMatch(b -> b.stap().endsWith("klankbord_concept"));
      assertThat(conclusie(v, wie)).as(wie.naam()).isEqualTo("Vertrouwelijk");
      assertThat(geschiedenis(v, wie))
          .as(wie.naam())
          .contains("versie_vastgelegd")
          .doesNotContain("conclusie_vastgelegd", "stukken_verzonden", "vertrouwelijk_gemarkeerd");
    }
  }

  @Test
  void deWoordenVanEenGeheimRaadsbesluitKentAlleenDieGemeenteEnDeUitkomstIedereen() {
    Proefvisie v = proef.raden(SOEST, BAARN).radenTotLokaal();
    v.college(SOEST, "conform", "1.0");
    v.voltooi(
        v.taak("raadsbesluitVastleggen", SOEST),
        v.besluitInvoer("aangenomen", "1.0"),
        griffier(SOEST));
    Besluit raadsbesluit = v.besluiten(SOEST).get(1);
    markeer(v, raadsbesluit.stap(), null, Niveau.GEHEIM, RAAD_SOEST, null, griffier(SOEST));

    assertThat(dictum(v, griffier(SOEST))).hasValue(Proefvisie.DICTUM);
    for (Gebruiker wie :
        List.of(proef.secretaris(), griffier(BAARN), regionaal(Rol.MANAGER), beheerder())) {
      assertThat(dictum(v, wie)).as(wie.naam()).isEmpty();
      Dossier d = dossiers.van(v.id(), wie);
      assertThat(d.stand().zin()).isEqualTo(v.stand().zin());
      assertThat(d.stand().gemeenten().stream().flatMap(g -> g.besluit().stream()).flatMap(b -> b.dictum().stream()))
          .as(wie.naam())
          .isEmpty();
    }
    UUID merk = proef.jdbc.queryForObject("select id from vertrouwelijkheid where visie = ?", UUID.class, v.id());
    assertThatThrownBy(() -> vertrouwelijkheden.hefOp(merk, "Ik wil het lezen.", proef.secretaris()))
        .as("wie het niet leest, opent het niet")
        .isInstanceOf(GeenToegang.class);
    assertThat(dictum(v, proef.secretaris())).isEmpty();
    vertrouwelijkheden.hefOp(merk, "De raad hief haar op.", griffier(SOEST));
    assertThat(dictum(v, proef.secretaris())).hasValue(Proefvisie.DICTUM);
  }

  private Optional<String> dictum(Proefvisie v, Gebruiker wie) {
    return dossiers.van(v.id(), wie).besluiten().stream()
        .filter(b -> b.orgaansoort().name().equals("RAAD"))
        .findFirst()
        .orElseThrow()
        .dictum();
  }

  @Test
  void vanEenVertrouwelijkeVersieZietEenLezerAlleenDatZijBestaat() {
    Proefvisie v = proef.raden(SOEST).versie("0.9");
    markeer(v, null, "0.9", Niveau.VERTROUWELIJK, KLANKBORD, null, proef.secretaris());
    Tekstversie voorLezer = dossiers.van(v.id(), regionaal(Rol.LEZER)).nieuwste().orElseThrow();
    assertThat(voorLezer.nummer()).isEqualTo("0.9");
    assertThat(voorLezer.zichtbaar()).isFalse();
    assertThat(voorLezer.onderdelen()).isEmpty();
    assertThat(geschiedenis(v, regionaal(Rol.LEZER))).doesNotContain("versie_vastgelegd");
    assertThat(dossiers.van(v.id(), proef.secretaris()).nieuwste().orElseThrow().onderdelen()).hasSize(1);
  }

  @Test
  void eenVertrouwelijkeVisieBestaatNietVoorEenLezerTotDeMarkeringEindigtOfIsOpgeheven() {
    Proefvisie v = proef.raden(SOEST);
    LocalDate eind = proef.klok.vandaag().plusDays(10);
    markeer(v, null, null, Niveau.VERTROUWELIJK, KLANKBORD, eind, proef.secretaris());
    Gebruiker lezer = regionaal(Rol.LEZER);
    assertThatThrownBy(() -> dossiers.van(v.id(), lezer)).isInstanceOf(VisieNietGevonden.class);
    assertThat(proef.visies.leesbaar(lezer)).noneMatch(visie -> visie.id().equals(v.id()));
    assertThat(proef.visies.leesbaar(proef.secretaris())).anyMatch(visie -> visie.id().equals(v.id()));

    proef.zet(eind);
    assertThat(dossiers.van(v.id(), lezer)).isNotNull();

    Vertrouwelijkheid weer =
        markeer(v, null, null, Niveau.VERTROUWELIJK, KLANKBORD, null, proef.secretaris());
    assertThatThrownBy(() -> dossiers.van(v.id(), lezer)).isInstanceOf(VisieNietGevonden.class);
    vertrouwelijkheden.hefOp(weer.id(), "De tekst is openbaar.", proef.secretaris());
    assertThat(dossiers.van(v.id(), lezer)).isNotNull();
    assertThat(v.journaal("vertrouwelijkheid_opgeheven")).hasSize(1);
  }

  @Test
  void eenVisieVanEenAndereRegioIsNietTeLezenEnGeenWerkEnKanNietBestaan() {
    Proefvisie v = proef.raden(SOEST);
    Gebruiker vreemd = Gebruiker.secretarisVan(List.of("JZ01"));
    assertThatThrownBy(() -> dossiers.van(v.id(), vreemd)).isInstanceOf(VisieNietGevonden.class);
    assertThatThrownBy(() -> dossiers.van("bestaat-niet", vreemd)).isInstanceOf(VisieNietGevonden.class);
    assertThat(proef.visies.leesbaar(vreemd)).noneMatch(visie -> visie.id().equals(v.id()));
  }

  @Test
  void eenOverlegKanGeenGeheimhoudingOpleggen() {
    Proefvisie v = proef.raden(SOEST);
    assertThatThrownBy(
            () ->
                markeer(v, null, null, Niveau.GEHEIM, "proef-portefeuillehoudersoverleg", null, proef.secretaris()))
        .isInstanceOf(VisieFout.class)
        .hasMessageContaining("Gemeentewet");
    assertThat(v.journaal("vertrouwelijk_gemarkeerd")).isEmpty();
  }

  @Test
  void wieNietVastlegtMarkeertNietEnEenAndereGemeenteOokNiet() {
    Proefvisie v = proef.raden(SOEST, BAARN);
    for (Gebruiker wie :
        List.of(regionaal(Rol.MANAGER), regionaal(Rol.LEZER), beheerder(), griffier(BAARN))) {
      assertThatThrownBy(() -> markeer(v, null, null, Niveau.GEHEIM, RAAD_SOEST, null, wie))
          .as(wie.naam())
          .isInstanceOf(GeenToegang.class);
    }
  }

  @Test
  void zonderGrondMetEenVoorbijeDagOfTweeKeerWordtEenMarkeringGeweigerd() {
    Proefvisie v = proef.raden(SOEST);
    assertThatThrownBy(
            () ->
                vertrouwelijkheden.markeer(
                    new Markering(v.id(), null, null, Niveau.VERTROUWELIJK, " ", KLANKBORD, null), proef.secretaris()))
        .hasMessage("Geef een grond.");
    assertThatThrownBy(
            () -> markeer(v, null, null, Niveau.VERTROUWELIJK, KLANKBORD, proef.klok.vandaag(), proef.secretaris()))
        .hasMessageContaining("al voorbij");
    markeer(v, null, null, Niveau.VERTROUWELIJK, KLANKBORD, null, proef.secretaris());
    assertThatThrownBy(
            () -> markeer(v, null, null, Niveau.VERTROUWELIJK, KLANKBORD, null, proef.secretaris()))
        .hasMessageContaining("al als vertrouwelijk");
  }
}
