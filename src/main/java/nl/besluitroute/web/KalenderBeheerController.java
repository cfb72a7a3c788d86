package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.vergaderschema.Reces;
import nl.besluitroute.vergaderschema.Recessen;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.vergaderschema.Schoolvakantie;
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
  ModelAndView kalender(
      @RequestParam(name = "wijzig", defaultValue = "") String wijzig, Gebruiker wie) {
    toegang.eisBeheren(wie);
    return kalender(Invulling.leeg(), wijzig);
  }

  /** @param wijzig id of the holiday or reces that is being changed; empty for none */
  private ModelAndView kalender(Invulling begin, String wijzig) {
    Invulling vul = begin;
    SchemaPagina.Wijzig vorm = null;
    Optional<UUID> id = wijzig.isEmpty() ? Optional.empty() : Optional.of(Invulling.nummer(wijzig));
    Optional<Schoolvakantie> vakantie = id.flatMap(recessen::schoolvakantie);
    Optional<Reces> reces = id.flatMap(recessen::zoek).filter(r -> r.orgaan().isEmpty());
    if (vakantie.isPresent()) {
      Schoolvakantie s = vakantie.get();
      vorm = new SchemaPagina.Wijzig(ADRES + "/vakanties/" + s.id() + "/wijzigen", s.naam() + " " + s.landsdeel().naam(), true, null);
      vul = met(vul, s.naam(), s.van(), s.totEnMet()).met("wijzig", "landsdeel", s.landsdeel().name().toLowerCase(Locale.ROOT));
    } else if (reces.isPresent()) {
      Reces r = reces.get();
      vorm = new SchemaPagina.Wijzig(ADRES + "/reces/" + r.id() + "/wijzigen", r.naam() + ", " + waar(List.of(r)).get(r.id()), false, inReces(recessen.erin(r).size()));
      vul = met(vul, r.naam(), r.van(), r.totEnMet());
    }
    return kalender(vul, vorm);
  }

  private static Invulling met(Invulling vul, String naam, LocalDate van, LocalDate tot) {
    return vul.met("wijzig", "naam", naam).met("wijzig", "van", van.toString()).met("wijzig", "tot", tot.toString());
  }

  /** By id: as 'gemeente Soest'. */
  private Map<UUID, String> waar(List<Reces> alle) {
    Map<String, String> gemeenten =
        regios.namen(alle.stream().flatMap(r -> r.gemeente().stream()).distinct().toList());
    Map<String, String> namen =
        regios.regioNamen(alle.stream().flatMap(r -> r.regio().stream()).collect(Collectors.toSet()));
    return alle.stream()
        .collect(
            Collectors.toMap(
                Reces::id,
                r ->
                    r.gemeente()
                        .map(g -> "gemeente " + gemeenten.get(g))
                        .orElseGet(() -> "regio " + namen.get(r.regio().orElseThrow()))));
  }

  private ModelAndView kalender(Invulling vul, SchemaPagina.Wijzig wijzig) {
    List<Reces> vanGebieden = recessen.vanGebieden();
    Map<UUID, String> waar = waar(vanGebieden);
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
            vanGebieden.stream()
                .map(
                    r ->
                        new SchemaPagina.GebiedRij(
                            r.id().toString(),
                            r.naam(),
                            Taal.metHoofdletter(waar.get(r.id())),
                            Taal.kort(r.van()) + " tot en met " + Taal.kort(r.totEnMet())))
                .toList(),
            Arrays.stream(Termijnsoort.values())
                .map(t -> new Keuze(t.name().toLowerCase(Locale.ROOT), t.naam()))
                .toList(),
            gebieden,
            wijzig,
            vul));
    return pagina;
  }

  private static String inReces(int aantal) {
    return aantal == 0 ? null : Taal.aantal(aantal, "vergadering valt", "vergaderingen vallen") + " hierdoor in reces";
  }

  private ModelAndView doe(String vorm, Map<String, String> invoer, Gebruiker wie, Runnable daad, String melding) {
    return doe(
        vorm, "", invoer, wie,
        () -> {
          daad.run();
          return melding;
        });
  }

  private ModelAndView doe(
      String vorm, String wijzig, Map<String, String> invoer, Gebruiker wie, Supplier<String> daad) {
    toegang.eisBeheren(wie);
    try {
      schil.meldStraks(daad.get());
    } catch (SchemaFout | AccountFout fout) {
      return kalender(Invulling.geweigerd(vorm, invoer, fout), wijzig);
    }
    return new ModelAndView("redirect:" + ADRES);
  }

  /** What a change of reces does to meetings, behind what was done. */
  private static String met(String gedaan, Recessen.Gevolg gevolg) {
    List<String> delen = new ArrayList<>();
    if (!gevolg.erin().isEmpty()) {
      delen.add(Taal.aantal(gevolg.erin().size(), "vergadering valt", "vergaderingen vallen") + " nu in reces");
    }
    if (!gevolg.eruit().isEmpty()) {
      delen.add(Taal.aantal(gevolg.eruit().size(), "vergadering valt", "vergaderingen vallen") + " niet meer in reces");
    }
    return gedaan
        + " "
        + (delen.isEmpty()
            ? "Er valt geen andere vergadering in reces dan daarvoor."
            : Taal.metHoofdletter(Taal.opsomming(delen)) + "; geen ervan is verplaatst.");
  }

  @PostMapping(ADRES + "/vakanties/{nummer}/wijzigen")
  ModelAndView wijzigVakantie(
      @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "wijzig", nummer, invoer, wie,
        () -> {
          recessen.wijzigSchoolvakantie(
              Invulling.nummer(nummer),
              Schemainvoer.landsdeel(invoer),
              invoer.get("naam"),
              Invulling.dag(invoer, "van"),
              Invulling.dag(invoer, "tot"),
              wie);
          return "De schoolvakantie is gewijzigd. Er valt geen andere vergadering in reces: wat een overleg al overnam, blijft zoals het is.";
        });
  }

  @PostMapping(ADRES + "/reces/{nummer}/wijzigen")
  ModelAndView wijzigReces(
      @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "wijzig", nummer, invoer, wie,
        () ->
            met(
                "Het reces is gewijzigd.",
                recessen.wijzig(
                    Invulling.nummer(nummer),
                    invoer.get("naam"),
                    Invulling.dag(invoer, "van"),
                    Invulling.dag(invoer, "tot"),
                    wie)));
  }

  @PostMapping(ADRES + "/reces/{nummer}/verwijderen")
  ModelAndView verwijderReces(@PathVariable String nummer, Gebruiker wie) {
    return doe(
        "gebied", "", Map.of(), wie,
        () -> met("Het reces is verwijderd.", recessen.verwijder(Invulling.nummer(nummer), wie)));
  }

  @PostMapping(ADRES + "/vakanties")
  ModelAndView vakantie(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "vakantie", invoer, wie,
        () ->
            recessen.voegSchoolvakantieToe(
                Schemainvoer.landsdeel(invoer),
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
        "De schoolvakantie is verwijderd. Er valt geen andere vergadering in reces: wat een overleg al overnam, blijft zoals het is.");
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
        "gebied", "", invoer, wie,
        () -> {
          String tekst = Invulling.tekst(invoer, "gebied");
          String gebied =
              regios.alle().stream()
                  .filter(r -> tekst.equals(r.code()) || tekst.endsWith("(" + r.code() + ")"))
                  .map(r -> r.code())
                  .findFirst()
                  .orElseGet(() -> Bereiken.gemeente(regios, tekst));
          Reces nieuw =
              recessen.voegToeVoorGebied(
                  gebied, invoer.get("naam"), Invulling.dag(invoer, "van"), Invulling.dag(invoer, "tot"), wie);
          return met("Het reces is toegevoegd.", new Recessen.Gevolg(recessen.erin(nieuw), List.of()));
        });
  }

  @PostMapping(ADRES + "/termijnen")
  ModelAndView termijn(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        "termijn", invoer, wie,
        () -> {
          Orgaansoort orgaan = Orgaansoort.van(Invulling.tekst(invoer, "orgaansoort")).orElse(null);
          Termijnsoort soort = Schemainvoer.termijnsoort(invoer);
          if (Invulling.tekst(invoer, "aantal").isEmpty()) {
            termijnen.wis(orgaan, soort, wie);
          } else {
            termijnen.zet(orgaan, soort, Schemainvoer.termijn(invoer), wie);
          }
        },
        "De termijn is gewijzigd.");
  }
}
