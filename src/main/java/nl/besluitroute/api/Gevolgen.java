package nl.besluitroute.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.besluitroute.planning.Uitweg;
import nl.besluitroute.visieplanning.GevolgVeranderd;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.visieplanning.Herziening;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What a change of dates would do. */
@Schema(description = "Wat een wijziging van datums zou doen met de visies die u mag inzien.")
record Gevolgen(
    @Schema(description = "De visies die het raakt; leeg als het er geen raakt.") List<Visiegevolg> visies,
    @Schema(description = "Van wat u hier ziet; nodig om de wijziging door te voeren.", example = "4f1c22a09be37d05")
        String kenmerk) {

  static Gevolgen van(Herplanning.Voorbeeld voorbeeld) {
    return new Gevolgen(
        voorbeeld.visies().stream().map(Visiegevolg::van).toList(), voorbeeld.kenmerk());
  }

  /** Nothing was changed: what it would do now is named, to look at and to do. */
  static ResponseEntity<ProblemDetail> veranderd(GevolgVeranderd fout) {
    ProblemDetail probleem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONFLICT,
            "Er is niets opgeslagen. " + fout.getMessage() + " De gevolgen en hun kenmerk staan hierbij.");
    probleem.setTitle("Bekijk eerst de gevolgen");
    probleem.setProperty("gevolgen", van(fout.voorbeeld()));
    return ResponseEntity.status(HttpStatus.CONFLICT).body(probleem);
  }

  record Visiegevolg(
      @Schema(description = "Kenmerk.", example = "eemland-2027") String visie,
      String titel,
      @Schema(description = "De stappen die een andere datum krijgen, in de volgorde van de route.") List<Stapdatum> stappen,
      @Schema(description = "De dag waarop nu het laatste orgaan heeft besloten.", nullable = true) LocalDate eindeNu,
      @Schema(description = "Die dag erna.", nullable = true) LocalDate einde,
      @Schema(nullable = true) LocalDate streefdatum,
      @Schema(description = "Of de streefdatum erna wordt gehaald; null zonder streefdatum.", nullable = true) Boolean streefdatumGehaald,
      @Schema(description = "Wat erna aandacht vraagt en nu niet.") List<Melding> meldingen) {

    static Visiegevolg van(Herziening h) {
      return new Visiegevolg(
          h.visie(),
          h.titel(),
          h.regels().stream().map(Stapdatum::van).toList(),
          h.eindeNu().orElse(null),
          h.einde().orElse(null),
          h.streefdatum().orElse(null),
          h.streefdatumGehaald().orElse(null),
          h.meldingen().stream().map(Melding::van).toList());
    }
  }

  record Stapdatum(
      @Schema(example = "lokaal~GM0342~raad~1") String stap,
      String naam,
      @Schema(description = "Naam van het overleg of bestuursorgaan.", nullable = true) String orgaan,
      @Schema(nullable = true) LocalDate was,
      @Schema(description = "Null als er geen datum mogelijk is.", nullable = true) LocalDate wordt,
      @Schema(description = "Id van de vergadering op die dag.", nullable = true) UUID vergadering,
      @Schema(description = "Hoeveel werkdagen later; negatief is eerder.", nullable = true) Integer werkdagen,
      @Schema(description = "Of u deze stap plant; dan gaat zij mee.") boolean gaatMee) {

    static Stapdatum van(Herziening.Regel r) {
      return new Stapdatum(
          StappenApi.inAdres(r.stap()),
          r.naam(),
          r.orgaan().orElse(null),
          r.was().orElse(null),
          r.wordt().orElse(null),
          r.vergadering().orElse(null),
          r.werkdagen().isPresent() ? r.werkdagen().getAsInt() : null,
          r.plant());
    }
  }

  @Schema(name = "Planmelding", description = "Wat bij een planning aandacht vraagt.")
  record Melding(
      @Schema(example = "streefdatum_niet_gehaald") String soort,
      @Schema(description = "Of de planning er niet door kan; anders is het om op te letten.") boolean knelpunt,
      @Schema(description = "De stap waarover het gaat; null voor de hele planning.", nullable = true) String stap,
      String zin,
      @Schema(description = "Wat zou helpen, elk op zich; het makkelijkste eerst.") List<Hulp> uitwegen) {

    static Melding van(nl.besluitroute.planning.Melding m) {
      return new Melding(
          Api.code(m.soort()),
          m.isKnelpunt(),
          m.stap().map(StappenApi::inAdres).orElse(null),
          m.zin(),
          m.uitwegen().stream().map(Hulp::van).toList());
    }
  }

  @Schema(name = "Planuitweg")
  record Hulp(
      @Schema(example = "vergadering_erbij") String soort,
      @Schema(description = "De stap die dan wijzigt; null voor de streefdatum.", nullable = true) String stap,
      @Schema(description = "Eerste dag die helpt.", nullable = true) LocalDate van,
      @Schema(description = "Laatste dag die helpt.", nullable = true) LocalDate totEnMet,
      @Schema(description = "Bij minder_werktijd: hoeveel werkdagen minder; anders 0.") int werkdagen,
      String zin) {

    static Hulp van(Uitweg u) {
      return new Hulp(
          Api.code(u.soort()),
          u.stap().map(StappenApi::inAdres).orElse(null),
          u.van().orElse(null),
          u.tot().orElse(null),
          u.werkdagen(),
          u.zin());
    }
  }
}
