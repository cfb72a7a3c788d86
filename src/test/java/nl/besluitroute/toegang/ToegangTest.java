package nl.besluitroute.toegang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.besluitroute.regio.Orgaansoort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ToegangTest {
  private static final List<String> REGIO = List.of("JZ16");
  private static final Plek TEKST = Plek.regionaal(REGIO);
  private static final Plek UO = new Plek(REGIO, "jz16-uo", null, null);
  private static final Plek PFHO = new Plek(REGIO, "jz16-pfho", null, null);
  private static final Plek COLLEGE = new Plek(REGIO, "college-gm0402", "GM0402", Orgaansoort.COLLEGE);
  private static final Plek RAAD = new Plek(REGIO, "raad-gm0402", "GM0402", Orgaansoort.RAAD);
  private static final Map<String, Plek> PLEKKEN =
      Map.of("tekst", TEKST, "uo", UO, "pfho", PFHO, "college", COLLEGE, "raad", RAAD);

  private final Toegang toegang = new Toegang();

  private static Gebruiker met(Toekenning... rollen) {
    return new Gebruiker("iemand", "Iemand", Arrays.asList(rollen));
  }

  static Stream<Arguments> rollen() {
    return Stream.of(
        Arguments.of(
            Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ16"),
            Set.of("tekst", "uo", "pfho", "college", "raad"),
            Set.of("tekst", "uo", "pfho", "college", "raad")),
        Arguments.of(
            Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ16", "jz16-uo"), Set.of("uo"), Set.of("uo")),
        Arguments.of(Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ20"), Set.of(), Set.of()),
        Arguments.of(
            Toekenning.inGemeente(Rol.BELEIDSMEDEWERKER, "GM0402"), Set.of("college", "raad"), Set.of("college", "raad")),
        Arguments.of(Toekenning.inGemeente(Rol.BESTUURSSECRETARIS, "GM0402"), Set.of("college"), Set.of("college")),
        Arguments.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0402"), Set.of("raad"), Set.of("raad")),
        Arguments.of(Toekenning.inGemeente(Rol.GRIFFIER, "GM0376"), Set.of(), Set.of()),
        Arguments.of(
            Toekenning.inRegio(Rol.MANAGER, "JZ16"), Set.of(), Set.of("tekst", "uo", "pfho", "college", "raad")),
        Arguments.of(Toekenning.zonderBereik(Rol.BEHEERDER), Set.of(), Set.of()),
        Arguments.of(Toekenning.inRegio(Rol.LEZER, "JZ16"), Set.of(), Set.of()),
        Arguments.of(Toekenning.inGemeente(Rol.LEZER, "GM0402"), Set.of(), Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rollen")
  void eenRolLegtVastEnPlantWaarHaarBereikReikt(
      Toekenning rol, Set<String> legtVast, Set<String> plant) {
    Gebruiker wie = met(rol);
    PLEKKEN.forEach(
        (naam, plek) -> {
          assertThat(toegang.magVastleggen(wie, plek)).as("legt vast: " + naam).isEqualTo(legtVast.contains(naam));
          assertThat(toegang.magPlannen(wie, plek)).as("plant: " + naam).isEqualTo(plant.contains(naam));
        });
  }

  @Test
  void meerRollenTellenOp() {
    Gebruiker wie =
        met(
            Toekenning.inGemeente(Rol.GRIFFIER, "GM0402"),
            Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ16", "jz16-pfho"));
    assertThat(toegang.magVastleggen(wie, RAAD)).isTrue();
    assertThat(toegang.magVastleggen(wie, PFHO)).isTrue();
    assertThat(toegang.magVastleggen(wie, COLLEGE)).isFalse();
    assertThat(toegang.magVastleggen(wie, UO)).isFalse();
  }

  @Test
  void lezenMagWieInDeRegioOfEenDeelnemendeGemeenteEenRolHeeft() {
    for (Toekenning rol :
        List.of(
            Toekenning.inRegio(Rol.LEZER, "JZ16"),
            Toekenning.inRegio(Rol.MANAGER, "JZ16"),
            Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ16", "jz16-uo"),
            Toekenning.inGemeente(Rol.GRIFFIER, "GM0402"),
            Toekenning.zonderBereik(Rol.LEZER),
            Toekenning.zonderBereik(Rol.BEHEERDER))) {
      assertThat(toegang.magLezen(met(rol), REGIO, List.of("GM0402"))).as(rol.toString()).isTrue();
    }
    for (Toekenning rol :
        List.of(
            Toekenning.inRegio(Rol.LEZER, "JZ20"),
            Toekenning.inGemeente(Rol.GRIFFIER, "GM0376"),
            Toekenning.inRegio(Rol.AMBTELIJK_SECRETARIS, "JZ20"))) {
      assertThat(toegang.magLezen(met(rol), REGIO, List.of("GM0402"))).as(rol.toString()).isFalse();
    }
    assertThat(toegang.magLezen(met(), REGIO, List.of("GM0402"))).isFalse();
  }

  @Test
  void watVertrouwelijkIsLeestEenLezerOfBeheerderNiet() {
    assertThat(toegang.magVertrouwelijk(met(Toekenning.inRegio(Rol.MANAGER, "JZ16")), REGIO, List.of("GM0402"))).isTrue();
    assertThat(toegang.magVertrouwelijk(met(Toekenning.inGemeente(Rol.GRIFFIER, "GM0402")), REGIO, List.of("GM0402"))).isTrue();
    assertThat(toegang.magVertrouwelijk(met(Toekenning.inRegio(Rol.LEZER, "JZ16")), REGIO, List.of("GM0402"))).isFalse();
    assertThat(toegang.magVertrouwelijk(met(Toekenning.zonderBereik(Rol.BEHEERDER)), REGIO, List.of("GM0402"))).isFalse();
  }

  @Test
  void eenSecretarisVanEenOverlegIsGeenSecretarisVanDeRegio() {
    Gebruiker uo = met(Toekenning.bijOverleg(Rol.AMBTELIJK_SECRETARIS, "JZ16", "jz16-uo"));
    assertThat(toegang.isSecretaris(uo, REGIO)).isFalse();
    assertThatThrownBy(() -> toegang.eisSecretaris(uo, REGIO)).isInstanceOf(GeenToegang.class);
    assertThat(toegang.magRoutesBeheren(uo, "JZ16")).isFalse();
    assertThat(toegang.magRoutesBeheren(met(Toekenning.zonderBereik(Rol.BEHEERDER)), "JZ16")).isTrue();
  }

  @Test
  void eenRolGeldtVanafHaarEersteDagEnOpDeDagVanEindeNietMeer() {
    Toekenning rol =
        Toekenning.inGemeente(Rol.GRIFFIER, "GM0402")
            .van(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 1));
    assertThat(rol.geldtOp(LocalDate.of(2026, 2, 28))).isFalse();
    assertThat(rol.geldtOp(LocalDate.of(2026, 3, 1))).isTrue();
    assertThat(rol.geldtOp(LocalDate.of(2026, 3, 31))).isTrue();
    assertThat(rol.geldtOp(LocalDate.of(2026, 4, 1))).isFalse();
  }
}
