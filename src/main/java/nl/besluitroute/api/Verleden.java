package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.VisieInbrengen;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.stuk.Versies;

/** The past with which a vision comes in half-way. */
@Schema(description = "Wat er al is gebeurd; elke lijst in de volgorde waarin het gebeurde. De visie gaat verder waar zij staat.")
record Verleden(List<OudeVersie> versies, List<OudeStap> stappen, List<OudBesluit> besluiten) {

  @Schema(description = "Een versie van de tekst.")
  record OudeVersie(
      @Schema(example = "0.9", maxLength = 20) String nummer,
      LocalDate datum,
      @Schema(maxLength = 4000, nullable = true) String toelichting,
      List<OudOnderdeel> onderdelen) {}

  @Schema(description = "Een onderdeel: met zijn tekst, met het kenmerk van zijn bestand, of met beide.")
  record OudOnderdeel(
      @Schema(example = "Regiovisie", maxLength = 200) String naam,
      @Schema(description = "SHA-256, in hexadecimalen.", nullable = true) String kenmerk,
      @Schema(maxLength = 50000, nullable = true) String tekst) {}

  @Schema(description = "Een regionale stap zoals die ging.")
  record OudeStap(
      @Schema(description = "Id van het blok in de route.", example = "uo_definitief") String element,
      @Schema(description = "De stap is niet gedaan.") boolean overgeslagen,
      @Schema(description = "Zonder: niemand weet het nog.", nullable = true) Datum.Invoer datum,
      @Schema(description = "Van een overleg; zonder is er niets opgeschreven.", example = "met_opmerkingen", nullable = true) String conclusie,
      @Schema(description = "Wat bij de conclusie stond, woord voor woord.", maxLength = 4000, nullable = true) String tekst,
      @Schema(description = "Nummer van de versie die is behandeld.", nullable = true) String versie) {}

  @Schema(description = "Wat een college of raad al besloot, met zijn bron.")
  record OudBesluit(
      @Schema(description = "CBS-code.", example = "GM0342") String gemeente,
      @Schema(allowableValues = {"college", "raad"}) String orgaan,
      LocalDate datum,
      @Schema(example = "aangenomen") String uitkomst,
      @Schema(nullable = true) String versie,
      @Schema(description = "De beslispunten woord voor woord.", maxLength = 10000, nullable = true) String dictum,
      @Schema(maxLength = 200, nullable = true) String nummer,
      @Schema(maxLength = 10000, nullable = true) String amendement,
      @Schema(description = "Verplicht als u niet bij de gemeente hoort.", maxLength = 1000, nullable = true) String bron) {}

  /** The past as far as it can be read; what cannot be is in the faults. */
  VisieInbrengen.Verleden lees(Fouten fouten, LocalDate vandaag) {
    List<VisieInbrengen.OudeVersie> oudeVersies = new ArrayList<>();
    List<VisieInbrengen.OudeStap> oudeStappen = new ArrayList<>();
    List<VisieInbrengen.OudBesluit> oudeBesluiten = new ArrayList<>();
    for (int i = 0; i < Api.lijst(versies).size(); i++) {
      String veld = "verleden.versies[" + i + "]";
      if (fouten.eis(versies.get(i) != null, veld, "Deze versie is leeg.")) {
        oudeVersies.add(versie(versies.get(i), veld, fouten));
      }
    }
    for (int i = 0; i < Api.lijst(stappen).size(); i++) {
      String veld = "verleden.stappen[" + i + "]";
      if (fouten.eis(stappen.get(i) != null, veld, "Deze stap is leeg.")) {
        oudeStappen.add(stap(stappen.get(i), veld, fouten, vandaag));
      }
    }
    for (int i = 0; i < Api.lijst(besluiten).size(); i++) {
      String veld = "verleden.besluiten[" + i + "]";
      if (fouten.eis(besluiten.get(i) != null, veld, "Dit besluit is leeg.")) {
        oudeBesluiten.add(besluit(besluiten.get(i), veld, fouten));
      }
    }
    return new VisieInbrengen.Verleden(oudeVersies, oudeStappen, oudeBesluiten);
  }

  private static VisieInbrengen.OudeVersie versie(OudeVersie v, String veld, Fouten fouten) {
    fouten.eisTekst(v.nummer(), veld + ".nummer", "Noem het nummer van de versie.");
    fouten.eisHoogstens(20, v.nummer(), veld + ".nummer");
    fouten.eis(v.datum() != null, veld + ".datum", "Vul de datum in.");
    fouten.eisHoogstens(4000, v.toelichting(), veld + ".toelichting");
    List<Versies.Aanlevering> onderdelen = new ArrayList<>();
    for (int i = 0; i < Api.lijst(v.onderdelen()).size(); i++) {
      OudOnderdeel o = v.onderdelen().get(i);
      String deel = veld + ".onderdelen[" + i + "]";
      if (fouten.eis(o != null && o.naam() != null && !o.naam().isBlank(), deel + ".naam", "Noem het onderdeel.")) {
        fouten.eisHoogstens(200, o.naam(), deel + ".naam");
        fouten.eisHoogstens(50_000, o.tekst(), deel + ".tekst");
        fouten.eis(
            o.kenmerk() == null || o.kenmerk().matches("[0-9a-fA-F]{64}"),
            deel + ".kenmerk",
            "Het kenmerk is een SHA-256: 64 hexadecimale tekens.");
        onderdelen.add(new Versies.Aanlevering(o.naam(), o.kenmerk(), o.tekst()));
      }
    }
    return new VisieInbrengen.OudeVersie(v.nummer(), v.datum(), v.toelichting(), onderdelen);
  }

  private static VisieInbrengen.OudeStap stap(
      OudeStap s, String veld, Fouten fouten, LocalDate vandaag) {
    fouten.eisTekst(s.element(), veld + ".element", "Noem het blok van de route.");
    fouten.eisHoogstens(4000, s.tekst(), veld + ".tekst");
    GeschrevenDatum datum =
        s.datum() == null ? null : fouten.datum(s.datum(), vandaag, veld + ".datum");
    return new VisieInbrengen.OudeStap(
        s.element(), s.overgeslagen(), datum, s.conclusie(), s.tekst(), s.versie());
  }

  private static VisieInbrengen.OudBesluit besluit(OudBesluit b, String veld, Fouten fouten) {
    fouten.eisTekst(b.gemeente(), veld + ".gemeente", "Noem de gemeente.");
    Orgaansoort orgaan = Api.waarde(Orgaansoort.class, b.orgaan()).orElse(null);
    fouten.eis(
        orgaan == Orgaansoort.COLLEGE || orgaan == Orgaansoort.RAAD,
        veld + ".orgaan",
        "Kies wie besloot: college of raad.");
    fouten.eis(b.datum() != null, veld + ".datum", "Vul de datum in.");
    fouten.eis(b.uitkomst() != null, veld + ".uitkomst", "Kies een uitkomst.");
    return new VisieInbrengen.OudBesluit(
        b.gemeente(),
        orgaan,
        new Besluiten.Vastlegging(
            b.datum(), b.uitkomst(), b.versie(), b.dictum(), b.nummer(), b.amendement(), b.bron(), null));
  }
}
