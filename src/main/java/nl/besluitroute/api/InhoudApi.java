package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelverslag;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.dossier.Tekstversie;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.participatie.Activiteit;
import nl.besluitroute.stuk.Versie.Onderdeel;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was treated, written and noted about a vision. */
@RestController
@Tag(name = "Behandeling en geschiedenis")
class InhoudApi {

  private final Dossiers dossiers;
  private final Antwoorden antwoorden;

  InhoudApi(Dossiers dossiers, Antwoorden antwoorden) {
    this.dossiers = dossiers;
    this.antwoorden = antwoorden;
  }

  @Schema(description = "Een rij van de Behandeling, woord voor woord zoals vastgelegd.")
  record Behandelrij(
      @Schema(description = "Id van de behandeling; null zolang die er niet is, voor de gemeenten samen, en als u de inhoud niet mag inzien.", nullable = true)
          UUID behandeling,
      @Schema(example = "uo_definitief") String stap,
      @Schema(description = "Zoals opgeschreven; leeg zolang er geen datum is.", example = "24-08-21") String datum,
      String overleg,
      String doel,
      @Schema(description = "Leeg zolang er geen conclusie is, en als die leeg is vastgelegd.") String conclusie,
      boolean behandeld,
      @Schema(nullable = true) String versie,
      @Schema(description = "Nummers van de opmerkingen bij deze behandeling.") List<String> opmerkingen) {

    static Behandelrij van(Behandelverslag.Rij r) {
      return new Behandelrij(
          r.behandeling(),
          StappenApi.inAdres(r.stap()),
          r.datum(),
          r.overleg(),
          r.doel(),
          r.conclusie(),
          r.behandeld(),
          r.versie(),
          r.opmerkingen().stream().map(o -> o.id().toString()).toList());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/behandelingen")
  @Operation(
      summary = "De Behandeling zoals die in het voorstel staat",
      description = "Eén ronde, op datum; de gemeenten samen in één rij.")
  ResponseEntity<Lijst<Behandelrij>> behandelingen(
      @PathVariable("visie") String visie,
      @Parameter(description = "Ronde van behandeling; zonder is het de ronde die loopt", example = "definitief")
          @RequestParam(name = "ronde", required = false)
          String ronde,
      Gebruiker wie) {
    Dossier d = dossiers.van(visie, wie);
    List<String> ronden = dossiers.ronden(d);
    if (ronde != null && !ronden.contains(ronde)) {
      throw Api.onleesbaar(
          "De parameter 'ronde' kent de waarde '" + Api.kort(ronde) + "' niet; wel: "
              + String.join(", ", ronden) + ".");
    }
    return antwoorden.heel(
        dossiers.behandeling(d, ronde == null ? d.ronde() : ronde).stream()
            .map(Behandelrij::van)
            .toList());
  }

  @Schema(name = "Behandeling", description = "Eén behandeling door één overleg.")
  record BehandelingVorm(
      UUID id,
      @Schema(example = "uo_definitief") String stap,
      @Schema(description = "1 voor de eerste behandeling in deze stap.") int volgnummer,
      @Schema(nullable = true, description = "Id van het overleg.") String orgaan,
      @Schema(example = "adviseren") String doel,
      @Schema(description = "De versie die is verzonden.", nullable = true) String verzendversie,
      @Schema(description = "De dag waarop de stukken zijn verzonden.", nullable = true) LocalDate verzondenOp,
      @Schema(description = "De dag van de vergadering, als die er was.", nullable = true) LocalDate datum,
      @Schema(description = "De versie die is behandeld.", nullable = true) String versie,
      @Schema(description = "leeg: behandeld, en er is niets opgeschreven.", example = "met_opmerkingen", nullable = true) String conclusie,
      @Schema(description = "Wat bij de conclusie staat.", nullable = true) String reden,
      @Schema(description = "Hoe vaak de conclusie is gecorrigeerd.") int correcties,
      @Schema(description = "Of een wijziging van de route haar afbrak.") boolean vervallen) {

    static BehandelingVorm van(Behandeling b) {
      return new BehandelingVorm(
          b.id(),
          StappenApi.inAdres(b.stap()),
          b.volgnr(),
          b.orgaan().orElse(null),
          Api.code(b.doel()),
          b.verzendversie().orElse(null),
          b.verzondenOp().orElse(null),
          b.datum().orElse(null),
          b.behandeldeVersie().orElse(null),
          Api.code(b.conclusie()),
          b.reden(),
          b.uitgave(),
          b.vervallen());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/behandelingen/{behandeling}")
  @Operation(summary = "Eén behandeling door een overleg")
  ResponseEntity<BehandelingVorm> behandeling(
      @PathVariable("visie") String visie, @PathVariable("behandeling") String nummer, Gebruiker wie) {
    return antwoorden.een(BehandelingVorm.van(behandeling(dossiers.van(visie, wie), nummer)));
  }

  static Behandeling behandeling(Dossier d, String nummer) {
    return Api.zoek(d.behandelingen(), Behandeling::id, nummer, "Deze behandeling bestaat niet.");
  }

  record Versie(
      @Schema(example = "1.0") String nummer,
      LocalDate datum,
      @Schema(description = "Versiekenmerk: SHA-256 over de onderdelen.") String kenmerk,
      @Schema(nullable = true) String toelichting,
      List<Deel> onderdelen,
      String vastgelegdDoor,
      Instant vastgelegdOp,
      @Schema(description = "Of u de inhoud mag inzien; zo niet, dan zijn toelichting en onderdelen leeg.") boolean zichtbaar) {

    /** A part of the manifest. */
    @Schema(name = "Onderdeel")
    record Deel(
        String naam,
        @Schema(description = "SHA-256 van het onderdeel.") String kenmerk,
        @Schema(description = "De tekst, als die als tekst is vastgelegd.", nullable = true) String tekst) {

      static Deel van(Onderdeel o) {
        return new Deel(o.naam(), o.kenmerk(), o.tekst());
      }
    }

    static Versie van(Tekstversie v) {
      return new Versie(
          v.nummer(),
          v.datum(),
          v.kenmerk().hex(),
          v.toelichting().orElse(null),
          v.onderdelen().stream().map(Deel::van).toList(),
          v.vastgelegdDoor(),
          v.vastgelegdOp(),
          v.zichtbaar());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/versies")
  @Operation(summary = "De versies van de tekst, de oudste eerst")
  ResponseEntity<Lijst<Versie>> versies(@PathVariable("visie") String visie, Gebruiker wie) {
    return antwoorden.heel(dossiers.van(visie, wie).versies().stream().map(Versie::van).toList());
  }

  @GetMapping(Api.PAD + "/visies/{visie}/versies/{versie}")
  @Operation(summary = "Eén versie")
  ResponseEntity<Versie> versie(
      @PathVariable("visie") String visie, @PathVariable("versie") String versie, Gebruiker wie) {
    return antwoorden.een(
        Versie.van(
            Api.zoek(
                dossiers.van(visie, wie).versies(),
                Tekstversie::nummer,
                versie,
                "Deze versie bestaat niet.")));
  }

  @Schema(description = "Wie is gesproken en wat ermee is gedaan.")
  record Participatieactiviteit(
      @Schema(example = "participatie_partners") String stap,
      String groep,
      Datum datum,
      @Schema(nullable = true) Integer deelnemers,
      @Schema(nullable = true) String uitkomst,
      @Schema(description = "Wat met de uitkomst is gedaan.", nullable = true) String verwerking) {

    static Participatieactiviteit van(Activiteit a) {
      return new Participatieactiviteit(
          StappenApi.inAdres(a.stap()),
          a.groep(),
          Datum.van(Optional.ofNullable(a.datum())),
          a.deelnemers(),
          a.uitkomst(),
          a.verwerking());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/participatieactiviteiten")
  @Operation(summary = "Wie is gesproken en wat met de uitkomst is gedaan")
  ResponseEntity<Lijst<Participatieactiviteit>> participatie(
      @PathVariable("visie") String visie, Gebruiker wie) {
    return antwoorden.heel(
        dossiers.van(visie, wie).activiteiten().stream().map(Participatieactiviteit::van).toList());
  }

  @Schema(name = "Gebeurtenis", description = "Wie wat deed, en waarom. Wordt nooit gewijzigd.")
  record Journaalrij(
      Instant tijdstip,
      @Schema(description = "Functie; 'systeem' voor wat vanzelf verviel.") String wie,
      @Schema(nullable = true) String namens,
      @Schema(example = "datum_gewijzigd") String soort,
      @Schema(nullable = true) String stap,
      @Schema(nullable = true) String gemeente,
      String tekst,
      @Schema(nullable = true) String reden) {

    static Journaalrij van(Gebeurtenis g) {
      return new Journaalrij(
          g.tijdstip(),
          g.wie(),
          g.namens(),
          g.soort(),
          g.stap() == null ? null : StappenApi.inAdres(g.stap()),
          g.gemeente(),
          g.tekst(),
          g.reden());
    }
  }

  @GetMapping(Api.PAD + "/visies/{visie}/gebeurtenissen")
  @Operation(summary = "De geschiedenis van een visie, het nieuwste eerst")
  ResponseEntity<Lijst<Journaalrij>> gebeurtenissen(
      @PathVariable("visie") String visie,
      @Parameter(description = "Rijen per bladzijde, 1 tot en met 200") @RequestParam(name = "limiet", required = false) String limiet,
      @Parameter(description = "Waar de vorige bladzijde eindigde") @RequestParam(name = "na", required = false) String na,
      Gebruiker wie) {
    int hoogstens = Lijst.limiet(limiet);
    Optional<Journaal.Plaats> plaats = Lijst.plaats(na, Journaal.Plaats::lees);
    Journaal.Bladzijde bladzijde =
        dossiers.geschiedenis(dossiers.van(visie, wie), plaats, hoogstens);
    return antwoorden.bladzijde(
        bladzijde.gebeurtenissen().stream().map(Journaalrij::van).toList(),
        bladzijde.volgende().map(Journaal.Plaats::code));
  }
}
