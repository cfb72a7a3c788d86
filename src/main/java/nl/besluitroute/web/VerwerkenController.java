package nl.besluitroute.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.agenda.Taken;
import nl.besluitroute.agenda.Vergadering;
import nl.besluitroute.agenda.Vergaderingen;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Tekstversie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visieplanning.GevolgVeranderd;
import nl.besluitroute.visieplanning.Herplanning;
import nl.besluitroute.web.VergaderingController.Stuk;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Records a whole meeting on one page. Each item goes through the one write path in a transaction of
 * its own: what is refused keeps what was typed, and holds no other item back.
 */
@Controller
class VerwerkenController {
  private static final int LEGE_REGELS = 2;
  private static final Pattern RIJ = Pattern.compile("(opmerkingen|voorbehouden)\\[(\\d+)\\].*");

  private final Vergaderingen vergaderingen;
  private final VergaderingController vergadering;
  private final Taken taken;
  private final Aanhouding aanhouding;
  private final Schil schil;
  private final Klok klok;

  VerwerkenController(
      Vergaderingen vergaderingen,
      VergaderingController vergadering,
      Taken taken,
      Aanhouding aanhouding,
      Schil schil,
      Klok klok) {
    this.vergaderingen = vergaderingen;
    this.vergadering = vergadering;
    this.taken = taken;
    this.aanhouding = aanhouding;
    this.schil = schil;
    this.klok = klok;
  }

  /**
   * What became of what was sent.
   *
   * @param aangehouden what holding over does, a sentence for each item that was
   * @param meerRegels the item that more lines were asked for, or null
   * @param gevolg the item of which somebody wants to see what holding it over would do, or null
   */
  private record Verloop(
      Map<String, Puntinvoer> invoer,
      Map<String, List<OnjuisteInvoer.Fout>> fouten,
      List<VerwerkenPagina.Melding> meldingen,
      List<String> vastgelegd,
      List<String> aangehouden,
      String meerRegels,
      String gevolg) {
    static Verloop van(String meerRegels, String gevolg) {
      return new Verloop(
          new LinkedHashMap<>(),
          new HashMap<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          new ArrayList<>(),
          meerRegels,
          gevolg);
    }

    boolean alleenKijken() {
      return meerRegels != null || gevolg != null;
    }
  }

  @GetMapping("/vergaderingen/{orgaan}/{dag}/verwerken")
  ModelAndView verwerken(
      @PathVariable String orgaan,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
      Gebruiker wie) {
    return pagina(vergadering.overleg(orgaan), dag, Verloop.van(null, null), wie, HttpStatus.OK);
  }

  @PostMapping("/vergaderingen/{orgaan}/{dag}/verwerken")
  ModelAndView legVast(
      @PathVariable String orgaan,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
      HttpServletRequest verzoek,
      Gebruiker wie) {
    Orgaan overleg = vergadering.overleg(orgaan);
    Vergadering v = vergaderingen.vergadering(overleg, dag, wie);
    Map<String, String[]> velden = verzoek.getParameterMap();
    Verloop verloop = Verloop.van(verzoek.getParameter("regel"), verzoek.getParameter("gevolg"));
    String alleen = verzoek.getParameter("alleen");
    Map<String, Vergadering.Punt> open =
        v.punten().stream()
            .filter(Vergadering.Punt::wachtOpConclusie)
            .collect(Collectors.toMap(p -> p.taak().orElseThrow().taak(), p -> p));
    for (String taak : velden.getOrDefault("taak", new String[0])) {
      verloop.invoer().putIfAbsent(taak, Puntinvoer.lees(taak, velden));
    }
    if (verloop.alleenKijken()) {
      return pagina(overleg, dag, verloop, wie, HttpStatus.OK);
    }
    verloop.invoer().forEach(
        (taak, invoer) -> {
          if (invoer.begonnen() ? alleen == null || alleen.equals(taak) : taak.equals(alleen)) {
            if (open.containsKey(taak)) {
              legVast(open.get(taak), invoer, dag, verloop, wie);
            } else {
              verloop.meldingen().add(new VerwerkenPagina.Melding(taken.nietOpen(taak).getMessage(), invoer.tekst()));
            }
          }
        });
    if (verloop.vastgelegd().isEmpty() && verloop.fouten().isEmpty() && verloop.meldingen().isEmpty()) {
      verloop.meldingen().add(new VerwerkenPagina.Melding("Er is niets vastgelegd: kies bij ten minste één punt een conclusie.", null));
    }
    boolean rest =
        verloop.invoer().entrySet().stream()
            .anyMatch(e -> e.getValue().begonnen() && !verloop.vastgelegd().contains(e.getKey()));
    if (!rest && verloop.meldingen().isEmpty() && verloop.fouten().isEmpty()) {
      Vergadering na = vergaderingen.vergadering(overleg, dag, wie);
      boolean klaar = na.punten().stream().noneMatch(Vergadering.Punt::wachtOpConclusie);
      schil.meldStraks(gedaan(verloop) + (klaar ? " De mails staan onderaan klaar." : ""));
      return new ModelAndView("redirect:" + VergaderingenController.url(orgaan, dag) + (klaar ? "" : "/verwerken"));
    }
    return pagina(
        overleg,
        dag,
        verloop,
        wie,
        verloop.fouten().isEmpty() && verloop.meldingen().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
  }

  private void legVast(
      Vergadering.Punt punt, Puntinvoer invoer, LocalDate dag, Verloop verloop, Gebruiker wie) {
    String taak = punt.taak().orElseThrow().taak();
    try {
      Runnable vastleggen = () -> taken.voltooi(taak, invoer.alsFormulier(dag), wie);
      if (invoer.conclusie().equals(Conclusie.AANGEHOUDEN.code())) {
        String gevolg =
            aanhouding.legVast(punt.stap(), invoer.volgende(), invoer.mee(), dag, vastleggen, wie);
        if (gevolg != null) {
          verloop.aangehouden().add(punt.visie().titel() + ": " + Taal.metKleineLetter(gevolg));
        }
      } else {
        vastleggen.run();
      }
      verloop.vastgelegd().add(taak);
    } catch (GevolgVeranderd fout) {
      verloop.fouten().put(
          taak,
          List.of(
              new OnjuisteInvoer.Fout(
                  "volgende_datum",
                  "Wat aanhouden tot deze dag doet, is anders dan u zag. Bekijk de gevolgen opnieuw; er is niets vastgelegd.")));
    } catch (OnjuisteInvoer fout) {
      verloop.fouten().put(taak, fout.fouten());
    } catch (TaakNietOpen | GeenToegang | VisieFout fout) {
      verloop.meldingen().add(new VerwerkenPagina.Melding(fout.getMessage(), invoer.tekst()));
    } catch (ConcurrencyFailureException fout) {
      verloop.fouten().put(
          taak, List.of(new OnjuisteInvoer.Fout("", "Iemand anders wijzigde deze visie tegelijk met u. Sla dit punt nog eens op.")));
    }
  }

  private static String gedaan(Verloop verloop) {
    int aantal = verloop.vastgelegd().size();
    if (aantal == 0) {
      return null;
    }
    String zin =
        aantal == 1
            ? "De conclusie is vastgelegd en de Behandeling is bijgewerkt."
            : aantal + " conclusies zijn vastgelegd en de Behandeling van elke visie is bijgewerkt.";
    return Stream.concat(Stream.of(zin), verloop.aangehouden().stream()).collect(Collectors.joining(" "));
  }

  private ModelAndView pagina(Orgaan overleg, LocalDate dag, Verloop verloop, Gebruiker wie, HttpStatus status) {
    LocalDate vandaag = klok.vandaag();
    Vergadering v = vergaderingen.vergadering(overleg, dag, wie);
    List<Stuk> stukken = vergadering.stukken(v, wie);
    List<VerwerkenPagina.Punt> punten = new ArrayList<>();
    List<Invoerfout> fouten = new ArrayList<>();
    for (Stuk stuk : stukken) {
      VerwerkenPagina.Punt punt = punt(punten.size() + 1, stuk, v, verloop, wie, vandaag);
      punten.add(punt);
      fouten.addAll(fouten(punt));
    }
    String url = VergaderingenController.url(overleg.id(), dag);
    long open = punten.stream().filter(p -> p.vorm() != null).count();
    var antwoord = new ModelAndView("vergadering-verwerken", status);
    antwoord.addObject(
        "pagina",
        new VerwerkenPagina(
            url + "/verwerken",
            new Link("Terug naar de agenda", url),
            List.of(
                new Link("Vergaderingen", "/vergaderingen"),
                new Link(overleg.naam() + ", " + Taal.dag(dag, vandaag), url),
                Link.zonder("Verwerken")),
            overleg.naam() + ", " + Taal.voluit(dag),
            "Vergadering verwerken",
            open == 0 ? "Er staat niets meer open." : open + " van " + Taal.aantal(punten.size(), "punt", "punten") + " vast te leggen.",
            gedaan(verloop),
            verloop.meldingen(),
            fouten,
            punten,
            Arrays.stream(Conclusie.values()).map(c -> new Keuze(c.code(), naam(c))).toList(),
            stukken.stream()
                .flatMap(s -> s.dossier().opmerkingen().stream())
                .map(Opmerking::eigenaar)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList(),
            dag.isAfter(vandaag)
                ? "Deze vergadering is op " + Taal.voluit(dag) + "; vanaf die dag legt u hier de conclusies vast."
                : null,
            overleg.naam(),
            Taal.kort(dag)));
    return antwoord;
  }

  private static String naam(Conclusie c) {
    return switch (c) {
      case NVT -> "N.v.t., met reden";
      case LEEG -> "Leeg laten";
      default -> c.naam();
    };
  }

  private VerwerkenPagina.Punt punt(
      int nr, Stuk s, Vergadering v, Verloop verloop, Gebruiker wie, LocalDate vandaag) {
    Dossier d = s.dossier();
    Optional<AgendaTaak> taak = s.punt().taak();
    Merk stand = Merk.open("te doen");
    String uitleg = null;
    Link verder = null;
    VerwerkenPagina.Vorm vorm = null;
    if (s.punt().verwerkt()) {
      stand = Merk.goed("verwerkt");
      Conclusie c = s.punt().behandeling().flatMap(Behandeling::conclusie).orElseThrow();
      uitleg = d.zicht().stap(s.stap().id()) ? "Vastgelegd: " + Taal.metKleineLetter(naam(c)) + "." : "Vastgelegd.";
      verder = new Link("Naar de Behandeling", d.url());
    } else if (d.visie().opgeschortOp().isPresent()) {
      stand = Merk.nvt("opgeschort");
      uitleg = Koppen.opgeschort(d.visie());
      verder = new Link("Naar de visie", d.url());
    } else if (s.stap().toestand() == Stap.Toestand.GEPLAND) {
      stand = Merk.let("nog niet zover");
      uitleg = "De tekst is nog niet bij dit overleg. Is zij niet behandeld, plan dan een andere dag.";
      verder = new Link("Naar de planning", d.url() + "/planning");
    } else if (!s.punt().wachtOpConclusie()) {
      stand = Merk.let("eerst iets anders");
      uitleg = taak.map(t -> "Eerst '" + Taal.metKleineLetter(t.naam()) + "'; daarna legt u de conclusie vast.").orElse("Hier is nu niets vast te leggen.");
      verder = taak.map(t -> new Link(t.naam(), "/taken/" + t.taak())).orElse(null);
    } else if (!v.dag().isAfter(vandaag)) {
      vorm = vorm(s, taak.orElseThrow().taak(), v, verloop, wie);
      if (!vorm.fouten().isEmpty() || Stream.concat(vorm.regels().stream().map(VerwerkenPagina.Regel::fout), vorm.voorbehouden().stream().map(VerwerkenPagina.Voorbehoud::fout)).anyMatch(Objects::nonNull)) {
        stand = Merk.laat("klopt nog niet");
      }
    }
    return new VerwerkenPagina.Punt(
        nr,
        "punt-" + nr,
        new Link(d.visie().titel(), d.url()),
        s.stap().doel().naam(),
        s.versie().map(t -> "verzendversie " + t.nummer() + ", kenmerk " + t.kenmerk().kort()).orElse(null),
        stand,
        uitleg,
        verder,
        vorm);
  }

  private VerwerkenPagina.Vorm vorm(Stuk s, String taak, Vergadering v, Verloop verloop, Gebruiker wie) {
    Dossier d = s.dossier();
    Orgaan overleg = v.orgaan();
    Optional<LocalDate> eerstvolgende = aanhouding.volgende(s.stap(), v.dag());
    Puntinvoer in =
        verloop.invoer().getOrDefault(
            taak, new Puntinvoer(s.versie().map(Tekstversie::nummer).orElse(""), "", "", "", "", "verder", Map.of(), List.of()));
    Map<String, String> los = new LinkedHashMap<>();
    Map<Integer, String> bijRegel = new HashMap<>();
    Map<Integer, String> bijVoorbehoud = new HashMap<>();
    for (OnjuisteInvoer.Fout fout : verloop.fouten().getOrDefault(taak, List.of())) {
      Matcher rij = RIJ.matcher(fout.veld());
      if (!rij.matches()) {
        los.merge(fout.veld(), fout.zin(), (een, ander) -> een + " " + ander);
      } else {
        (rij.group(1).equals("opmerkingen") ? bijRegel : bijVoorbehoud).put(Integer.parseInt(rij.group(2)), fout.zin());
      }
    }
    List<String> gemaakt = List.copyOf(in.voorbehouden().keySet());
    List<VerwerkenPagina.Voorbehoud> voorbehouden =
        overleg.soort() != Orgaansoort.PORTEFEUILLEHOUDERSOVERLEG
            ? List.of()
            : d.stand().gemeenten().stream()
                .map(g -> g.gemeente())
                .sorted(java.util.Comparator.comparing(g -> d.gemeenten().get(g)))
                .map(
                    g ->
                        new VerwerkenPagina.Voorbehoud(
                            g,
                            d.gemeenten().get(g),
                            gemaakt.contains(g),
                            in.voorbehouden().getOrDefault(g, ""),
                            bijVoorbehoud.get(gemaakt.indexOf(g))))
                .toList();
    List<VerwerkenPagina.Regel> regels = new ArrayList<>();
    for (int i = 0; i < in.regels().size(); i++) {
      regels.add(new VerwerkenPagina.Regel(in.regels().get(i).tekst(), in.regels().get(i).eigenaar(), bijRegel.get(i)));
    }
    int leeg = LEGE_REGELS + (taak.equals(verloop.meerRegels()) ? 3 : 0);
    for (int i = 0; i < leeg; i++) {
      regels.add(new VerwerkenPagina.Regel("", "", null));
    }
    return new VerwerkenPagina.Vorm(
        taak,
        d.versies().stream()
            .map(t -> new Keuze(t.nummer(), t.nummer() + " van " + Taal.kort(t.datum())))
            .collect(java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toList(), alle -> { java.util.Collections.reverse(alle); return alle; })),
        in.versie(),
        in.conclusie(),
        in.reden(),
        taak.equals(verloop.gevolg()) && in.volgende().isEmpty()
            ? eerstvolgende.map(Taal::voluitZonderDag).orElse("")
            : in.volgende(),
        in.vervolg().isEmpty() ? "verder" : in.vervolg(),
        eerstvolgende.map(dag -> Taal.dag(dag, klok.vandaag())).orElse(null),
        taak.equals(verloop.gevolg()) ? gevolg(s, in.volgende(), eerstvolgende, v.dag(), wie) : null,
        voorbehouden,
        regels,
        los);
  }

  private VerwerkenPagina.Gevolg gevolg(
      Stuk s, String volgende, Optional<LocalDate> eerstvolgende, LocalDate na, Gebruiker wie) {
    Optional<LocalDate> dag = volgende.isEmpty() ? eerstvolgende : Aanhouding.dag(volgende, na);
    if (dag.isEmpty()) {
      return new VerwerkenPagina.Gevolg(
          volgende.isEmpty()
              ? "In de kalender van dit overleg staat geen volgende vergadering; schrijf bij Volgende behandeling een dag."
              : "Schrijf bij Volgende behandeling één dag, zoals 16 september; zonder dag zijn de gevolgen niet te zeggen.",
          null,
          List.of(),
          null);
    }
    try {
      Herplanning.Voorbeeld voorbeeld = aanhouding.gevolg(s.stap(), dag.get(), wie);
      return new VerwerkenPagina.Gevolg(
          null,
          Herplanningbeeld.zin(voorbeeld),
          Herplanningbeeld.visies(voorbeeld, klok.vandaag()),
          Aanhouding.verzetMee(voorbeeld, s.stap()) ? voorbeeld.kenmerk() : null);
    } catch (VisieFout fout) {
      return new VerwerkenPagina.Gevolg(fout.getMessage(), null, List.of(), null);
    }
  }

  /** For the summary above: each with the id of its field. */
  private static List<Invoerfout> fouten(VerwerkenPagina.Punt punt) {
    if (punt.vorm() == null) {
      return List.of();
    }
    List<Invoerfout> fouten = new ArrayList<>();
    String voor = "Punt " + punt.nr() + ": ";
    punt.vorm().fouten().forEach((veld, zin) -> fouten.add(new Invoerfout(veldId(punt.id(), veld), voor + zin)));
    for (VerwerkenPagina.Voorbehoud v : punt.vorm().voorbehouden()) {
      if (v.fout() != null) {
        fouten.add(new Invoerfout(punt.id() + "-voorbehoud-" + v.gemeente(), voor + "voorbehoud " + v.naam() + ": " + v.fout()));
      }
    }
    int nr = 0;
    for (VerwerkenPagina.Regel r : punt.vorm().regels()) {
      nr++;
      if (r.fout() != null) {
        fouten.add(new Invoerfout(punt.id() + "-opmerking-" + nr, voor + "opmerking " + nr + ": " + r.fout()));
      }
    }
    return fouten;
  }

  private static String veldId(String punt, String veld) {
    return switch (veld) {
      case "versie", "reden", "volgende_datum" -> punt + "-" + veld;
      case "conclusie" -> punt + "-conclusie-1";
      case "opmerkingen" -> punt + "-opmerking-1";
      default -> punt;
    };
  }
}
