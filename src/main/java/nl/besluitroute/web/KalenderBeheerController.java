package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Termijnen;
import nl.besluitroute.vergaderschema.Termijnsoort;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What schemas begin with, for the beheerder: school holidays, elections, reces and terms. */
@Controller
class KalenderBeheerController {

  static final String ADRES = "/beheer/kalender";

  private final Recessen recessen;
  private final Termijnen termijnen;
  private final Regios regios;
  private final Toegang toegang;
  private final Schil schil;

  KalenderBeheerController(
      Recessen recessen, Termijnen termijnen, Regios regios, Toegang toegang, Schil schil) {
    this.recessen = recessen;
    this.termijnen = termijnen;
    this.regios = regios;
    this.toegang = toegang;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  ModelAndView kalender(Gebruiker wie) {
    toegang.eisBeheren(wie);
    return kalender(Invulling.leeg());
  }

  private ModelAndView kalender(Invulling vul) {
    var pagina =
        new ModelAndView("beheer-kalender", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    List<Keuze> gebieden =
        new ArrayList<>(regios.alle().stream().map(r -> new Keuze(r.code(), "Regio " + r.naam() + " (" + r.code() + ")")).toList());
    gebieden.addAll(Bereiken.gemeenten(regios));
    pagina.addObject(
        "pagina",
        new SchemaPagina.Beheer(
            List.of(new Link("Beheer", BeheerController.ADRES), Link.zonder("Kalender")),
            recessen.schoolvakanties().stream()
                .map(
                    s ->
                        new SchemaPagina.VakantieRij(
                            s.id().toString(),
                            s.naam(),
                            s.landsdeel().naam(),
                            Taal.kort(s.van()) + " tot en met " + Taal.kort(s.totEnMet())))
                .toList(),
            recessen.verkiezingen().stream()
                .map(v -> new SchemaPagina.VerkiezingRij(v.dag().toString(), Taal.voluit(v.dag()), v.naam()))
                .toList(),
            Arrays.stream(Orgaansoort.values())
                .map(
                    o ->
                        new SchemaPagina.SoortRij(
                            o.code(),
                            o.naam(),
                            termijnen.vanSoort(o).entrySet().stream()
                                .map(t -> t.getKey().naam() + ": " + t.getValue() + " " + t.getKey().vanaf())
                                .toList()))
                .toList(),
            Arrays.stream(Termijnsoort.values())
                .map(t -> new Keuze(t.name().toLowerCase(Locale.ROOT), t.naam()))
                .toList(),
            gebieden,
            vul));
    return pagina;
  }

  private ModelAndView doe(String vorm, Map<String, String> invoer, Gebruiker wie, Runnable daad, String melding) {
    toegang.eisBeheren(wie);
    try {
      daad.run();
    } catch (SchemaFout | AccountFout fout) {
      return kalender(Invulling.geweigerd(vorm, invoer, fout));
    }
    schil.meldStraks(melding);
    return new ModelAndView("redirect:" + ADRES);
  }

  @PostMapping(ADRES + "/vakanties")
  ModelAndView vakantie(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "vakantie", invoer, wie,
        () ->
            recessen.voegSchoolvakantieToe(
                SchemaController.landsdeel(invoer),
                invoer.get("naam"),
                Invulling.dag(invoer, "van"),
                Invulling.dag(invoer, "tot"),
                wie),
        "De schoolvakantie is toegevoegd.");
  }

  @PostMapping(ADRES + "/vakanties/{nummer}/verwijderen")
  ModelAndView verwijderVakantie(@PathVariable String nummer, Gebruiker wie) {
    return doe(
        "vakantie", Map.of(), wie,
        () -> recessen.verwijderSchoolvakantie(Invulling.nummer(nummer), wie),
        "De schoolvakantie is verwijderd.");
  }

  @PostMapping(ADRES + "/verkiezingen")
  ModelAndView verkiezing(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "verkiezing", invoer, wie,
        () -> recessen.zetVerkiezing(Invulling.dag(invoer, "dag"), invoer.get("naam"), wie),
        "De verkiezing is vastgelegd.");
  }

  @PostMapping(ADRES + "/verkiezingen/verwijderen")
  ModelAndView verwijderVerkiezing(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "verkiezing", invoer, wie,
        () -> {
          var dag = Invulling.dag(invoer, "dag");
          if (dag == null) {
            throw new SchemaFout("dag", "Noem de dag.");
          }
          recessen.verwijderVerkiezing(dag, wie);
        },
        "De verkiezing is verwijderd.");
  }

  @PostMapping(ADRES + "/reces")
  ModelAndView reces(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "gebied", invoer, wie,
        () -> {
          String tekst = Invulling.tekst(invoer, "gebied");
          String gebied =
              regios.alle().stream()
                  .filter(r -> tekst.equals(r.code()) || tekst.endsWith("(" + r.code() + ")"))
                  .map(r -> r.code())
                  .findFirst()
                  .orElseGet(() -> Bereiken.gemeente(regios, tekst));
          recessen.voegToeVoorGebied(
              gebied, invoer.get("naam"), Invulling.dag(invoer, "van"), Invulling.dag(invoer, "tot"), wie);
        },
        "Het reces is toegevoegd.");
  }

  @PostMapping(ADRES + "/termijnen")
  ModelAndView termijn(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "termijn", invoer, wie,
        () -> {
          Orgaansoort orgaan = Orgaansoort.van(Invulling.tekst(invoer, "orgaansoort")).orElse(null);
          Termijnsoort soort = SchemaController.termijnsoort(invoer);
          if (Invulling.tekst(invoer, "aantal").isEmpty()) {
            termijnen.wis(orgaan, soort, wie);
          } else {
            termijnen.zet(orgaan, soort, SchemaController.termijn(invoer), wie);
          }
        },
        "De termijn is gewijzigd.");
  }
}
