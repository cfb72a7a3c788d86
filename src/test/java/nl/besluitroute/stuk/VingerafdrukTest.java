package nl.besluitroute.stuk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fingerprints are what {@code sha256sum} prints, so that anybody can check them. */
class VingerafdrukTest {

  @Test
  void een_tekst_heeft_het_kenmerk_dat_sha256sum_geeft() {
    // printf 'Regiovisie één\n' | sha256sum
    assertThat(Vingerafdruk.van("Regiovisie één\n").hex())
        .isEqualTo("a96ef17bb3c62ee15173944f1bd5b70dad41bb988bfafad82879465aebb28190");
    assertThat(Vingerafdruk.van("").hex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void het_kenmerk_over_alles_is_dat_van_de_regels_van_sha256sum_op_naam() {
    // printf 'b' > bijlage.pdf; printf 'a' > Visie.docx; LC_ALL=C sha256sum Visie.docx bijlage.pdf | sha256sum
    Versie.Onderdeel bijlage = new Versie.Onderdeel("bijlage.pdf", Vingerafdruk.van("b").hex(), null);
    Versie.Onderdeel visie = new Versie.Onderdeel("Visie.docx", Vingerafdruk.van("a").hex(), "a");
    assertThat(Versie.kenmerkVan(List.of(bijlage, visie)).hex())
        .isEqualTo("4dc015fa60c01168fb96a21b3585157641cd7f97d7339e459f4af67672f631dd")
        .isEqualTo(Versie.kenmerkVan(List.of(visie, bijlage)).hex());
  }

  @Test
  void een_ander_onderdeel_of_een_andere_naam_geeft_een_ander_kenmerk() {
    Versie.Onderdeel een = new Versie.Onderdeel("visie", Vingerafdruk.van("a").hex(), null);
    Versie.Onderdeel naam = new Versie.Onderdeel("visie 2", Vingerafdruk.van("a").hex(), null);
    Versie.Onderdeel tekst = new Versie.Onderdeel("visie", Vingerafdruk.van("a ").hex(), null);
    assertThat(List.of(Versie.kenmerkVan(List.of(een)), Versie.kenmerkVan(List.of(naam)), Versie.kenmerkVan(List.of(tekst))))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "abc", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
  void wat_geen_sha256_is_wordt_geweigerd(String hex) {
    assertThatThrownBy(() -> new Vingerafdruk(hex)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void kort_zijn_de_eerste_acht_tekens_in_twee_groepen() {
    assertThat(Vingerafdruk.van("").kort()).isEqualTo("e3b0 c442");
  }
}
