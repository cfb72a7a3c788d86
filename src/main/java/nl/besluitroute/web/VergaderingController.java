package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Vergadering;
import nl.besluitroute.agenda.Vergadering.Punt;
import nl.besluitroute.agenda.Vergaderingen;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.dossier.Dossiers;
import nl.besluitroute.dossier.Tekstversie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.kalender.Werkdagen;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visieplanning.Visieplan;
import nl.besluitroute.visieplanning.Visieplanning;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** One meeting: what is on its agenda, what is missing, what is still to be recorded. */
@Controller
class VergaderingController {

  private final Vergaderingen vergaderingen;
  private final Dossiers dossiers;
  private final Visieplanning planning;
  private final Regios regios;
  private final Klok klok;
  private final Werkdagen werkdagen;

  VergaderingController(
      Vergaderingen vergaderingen,
      Dossiers dossiers,
      Visieplanning planning,
      Regios regios,
      Klok klok,
      Werkdagen werkdagen) {
    this.vergaderingen = vergaderingen;
    this.dossiers = dossiers;
    this.planning = planning;
    this.regios = regios;
    this.klok = klok;
    this.werkdagen = werkdagen;
  }

  /** An item with the vision as its reader sees it. */
  record Stuk(Punt punt, Dossier dossier) {

    Stap stap() {
      return punt.stap();
    }

    /** The version that was treated, else sent, else the newest. */
    Optional<Tekstversie> versie() {
      return punt.behandeling()
          .flatMap(b -> b.behandeldeVersie().or(b::verzendversie))
          .flatMap(nummer -> dossier.versies().stream().filter(v -> v.nummer().equals(nummer)).findFirst())
          .or(dossier::nieuwste);
    }

    boolean verzonden() {
      return punt.verwerkt() || punt.behandeling().flatMap(Behandeling::verzendversie).isPresent();
    }

    List<Opmerking> open() {
      return dossier.opmerkingen().stream().filter(Opmerking::open).toList();
    }
  }

  @GetMapping("/vergaderingen/{orgaan}/{dag}")
  String vergadering(
      @PathVariable String orgaan,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
      Gebruiker wie,
      Model model) {
    Orgaan overleg = overleg(orgaan);
    Vergadering v = vergaderingen.vergadering(overleg, dag, wie);
    model.addAttribute("pagina", pagina(v, stukken(v, wie), wie));
    return "vergadering";
  }

  @PostMapping("/vergaderingen/{orgaan}/{dag}/volgorde")
  String volgorde(
      @PathVariable String orgaan,
      @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate dag,
      @RequestParam(name = "eerder", required = false) String eerder,
      @RequestParam(name = "later", required = false) String later,
      Gebruiker wie) {
    vergaderingen.verplaats(overleg(orgaan), dag, eerder == null ? later : eerder, eerder != null, wie);
    return "redirect:" + VergaderingenController.url(orgaan, dag) + "#agenda";
  }

  /** A regional body; a municipality's own meetings are not kept here. */
  Orgaan overleg(String id) {
    return regios
        .orgaan(id)
        .filter(o -> o.gemeente().isEmpty())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit overleg bestaat niet."));
  }

  List<Stuk> stukken(Vergadering v, Gebruiker wie) {
    Map<String, Dossier> gelezen = new TreeMap<>();
    return v.punten().stream()
        .map(p -> new Stuk(p, gelezen.computeIfAbsent(p.visie().id(), id -> dossiers.van(id, wie))))
        .toList();
  }

  private VergaderingPagina pagina(Vergadering v, List<Stuk> stukken, Gebruiker wie) {
    LocalDate vandaag = klok.vandaag();
    String url = VergaderingenController.url(v.orgaan().id(), v.dag());
    String dag = Taal.voluit(v.dag());
    boolean gehouden = !v.dag().isAfter(vandaag);
    List<Link> knoppen = new ArrayList<>();
    if (gehouden && v.teVerwerken() > 0) {
      knoppen.add(new Link("Vergadering verwerken", url + "/verwerken"));
    } else if (!gehouden && stukken.stream().anyMatch(s -> !s.verzonden())) {
      knoppen.add(new Link("Mail voor de verzending", url + "#mails"));
    }
    List<Vergadering> andere = andere(v, wie);
    List<VergaderingPagina.Rij> rijen = new ArrayList<>();
    Map<String, Visieplan> plannen = new TreeMap<>();
    for (int i = 0; i < stukken.size(); i++) {
      Stuk stuk = stukken.get(i);
      Optional<Planregel> gepland =
          stuk.punt().verwerkt()
              ? Optional.empty()
              : plannen
                  .computeIfAbsent(stuk.punt().visie().id(), id -> planning.plan(id, wie))
                  .van(stuk.stap());
      rijen.add(rij(i, stukken.size(), stuk, gepland, v, vandaag));
    }
    return new VergaderingPagina(
        url,
        List.of(
            new Link("Vergaderingen", "/vergaderingen"),
            Link.zonder(v.orgaan().naam() + ", " + Taal.dag(v.dag(), vandaag))),
        regios.regioNamen(v.orgaan().regio().stream().toList()).values().stream()
            .findFirst()
            .map(naam -> "Vergadering, regio " + naam)
            .orElse("Vergadering"),
        v.orgaan().naam() + ", " + dag,
        gehouden ? null : "Vandaag is het " + Taal.voluit(vandaag) + ".",
        knoppen,
        antwoord(v, stukken, vandaag),
        feiten(v, stukken, vandaag),
        Taal.geenOfAantal(stukken.size(), "punt", "punten") + " in volgorde van behandeling.",
        rijen,
        stukken.stream().map(s -> ontbreekt(s, v, vandaag)).filter(Objects::nonNull).toList(),
        andere.stream()
            .filter(a -> a.dag().isBefore(vandaag) && a.teVerwerken() > 0)
            .map(
                a ->
                    new VergaderingPagina.Elders(
                        new Link(
                            a.orgaan().naam() + " " + Taal.dag(a.dag(), vandaag),
                            VergaderingenController.url(a.orgaan().id(), a.dag()) + "/verwerken"),
                        a.teVerwerken() + " van " + Taal.aantal(a.punten().size(), "punt", "punten") + " open."))
            .toList(),
        mails(v, stukken, wie),
        andere.stream()
            .filter(a -> a.dag().isBefore(v.dag()))
            .reduce((eerder, later) -> later)
            .map(a -> buur(a, "Vorige: ", vandaag))
            .orElse(null),
        andere.stream()
            .filter(a -> a.dag().isAfter(v.dag()))
            .findFirst()
            .map(a -> buur(a, "Volgende: ", vandaag))
            .orElse(null));
  }

  private static Link buur(Vergadering v, String woord, LocalDate vandaag) {
    return new Link(woord + Taal.dag(v.dag(), vandaag), VergaderingenController.url(v.orgaan().id(), v.dag()));
  }

  /** The other meetings of this overleg, the earliest first. */
  private List<Vergadering> andere(Vergadering v, Gebruiker wie) {
    return vergaderingen.overzicht(List.of(v.orgaan()), v.dag().minusYears(1), wie).opDag().stream()
        .filter(ander -> !ander.dag().equals(v.dag()))
        .toList();
  }

  // -- the answer first ---------------------------------------------------------------------

  private Zin antwoord(Vergadering v, List<Stuk> stukken, LocalDate vandaag) {
    if (stukken.isEmpty()) {
      return Zin.metVet("Er staat niets op deze agenda.");
    }
    int aantal = stukken.size();
    if (!v.dag().isAfter(vandaag)) {
      long open = v.teVerwerken();
      return open == 0
          ? Zin.metVet(aantal == 1 ? "De conclusie is vastgelegd" : "Alle " + aantal + " conclusies zijn vastgelegd")
              .tekst(opmerkingenzin(stukken))
          : Zin.metVet(open + " van " + Taal.aantal(aantal, "conclusie", "conclusies"))
              .tekst(open == 1 ? " is nog vast te leggen" : " zijn nog vast te leggen")
              .tekst(opmerkingenzin(stukken));
    }
    long nog = stukken.stream().filter(s -> !s.verzonden()).count();
    if (nog == 0) {
      return Zin.metVet(aantal == 1 ? "De stukken zijn verzonden" : "De stukken van alle " + aantal + " punten zijn verzonden")
          .tekst(opmerkingenzin(stukken));
    }
    boolean laat = v.verzenden().isBefore(vandaag);
    Zin zin =
        aantal == 1
            ? Zin.metVet(laat ? "De stukken zijn niet op tijd verzonden" : "De stukken zijn nog te verzenden")
            : Zin.van("Bij ")
                .vet(nog + " van " + aantal + " punten")
                .tekst(laat ? " zijn de stukken niet op tijd verzonden" : " zijn de stukken nog te verzenden");
    zin = zin.tekst(laat ? ": dat moest uiterlijk " : ", uiterlijk ").vet(Taal.dag(v.verzenden(), vandaag));
    return zin.tekst(opmerkingenzin(stukken));
  }

  private static String opmerkingenzin(List<Stuk> stukken) {
    long open = open(stukken).size();
    return open == 0
        ? "."
        : "; " + Taal.aantal(open, "opmerking is", "opmerkingen zijn") + " nog niet beantwoord.";
  }

  /** Of all its visions; a vision that stands on the agenda twice counts once. */
  private static List<Opmerking> open(List<Stuk> stukken) {
    return stukken.stream().map(Stuk::dossier).distinct().flatMap(d -> d.opmerkingen().stream()).filter(Opmerking::open).toList();
  }

  private List<Feit> feiten(Vergadering v, List<Stuk> stukken, LocalDate vandaag) {
    if (stukken.isEmpty()) {
      return List.of();
    }
    long klaar = stukken.stream().filter(Stuk::verzonden).count();
    Feit verzenden = Feit.van("Verzenden uiterlijk", Taal.dag(v.verzenden(), vandaag));
    verzenden =
        klaar == stukken.size()
            ? verzenden.merk(Merk.goed("verzonden"))
            : v.dag().isBefore(vandaag) ? verzenden : verzenden.merk(Taal.resterend(v.verzenden(), vandaag, werkdagen));
    List<Opmerking> open = open(stukken);
    long eigenaren = open.stream().map(Opmerking::eigenaar).filter(Objects::nonNull).distinct().count();
    long zonder = open.stream().filter(o -> o.eigenaar() == null).count();
    Feit opmerkingen = Feit.van("Open opmerkingen", open.isEmpty() ? "geen" : String.valueOf(open.size()));
    if (!open.isEmpty()) {
      opmerkingen =
          opmerkingen.met(
              eigenaren == 0
                  ? "nog bij niemand"
                  : "bij " + Taal.aantal(eigenaren, "eigenaar", "eigenaren") + (zonder == 0 ? "" : ", " + zonder + " bij niemand"));
    }
    return List.of(
        verzenden,
        Feit.van("Stukken verzonden", klaar + " van " + Taal.aantal(stukken.size(), "punt", "punten")),
        opmerkingen,
        Feit.van(
            "Conclusies vast te leggen",
            v.dag().isAfter(vandaag) ? "na de vergadering" : v.teVerwerken() == 0 ? "geen" : String.valueOf(v.teVerwerken())));
  }

  // -- the items ----------------------------------------------------------------------------

  private static VergaderingPagina.Rij rij(
      int i, int aantal, Stuk s, Optional<Planregel> gepland, Vergadering v, LocalDate vandaag) {
    Dossier d = s.dossier();
    Optional<Tekstversie> versie = s.versie();
    Optional<Tekstversie> nieuwste = d.nieuwste();
    boolean nieuwer = s.verzonden() && versie.isPresent() && versie.get().volgorde() < nieuwste.orElseThrow().volgorde();
    Map<String, Long> eigenaren =
        s.open().stream()
            .collect(
                Collectors.groupingBy(
                    o -> Objects.requireNonNullElse(o.eigenaar(), "nog bij niemand"), TreeMap::new, Collectors.counting()));
    return new VergaderingPagina.Rij(
        i + 1,
        s.stap().id(),
        new Link(d.visie().titel(), d.url()),
        bij(s, v),
        s.stap().doel().naam(),
        versie.map(Tekstversie::nummer).orElse(null),
        versie.map(t -> t.kenmerk().kort()).orElse(null),
        nieuwer ? Merk.let("versie " + nieuwste.get().nummer() + " is nieuwer") : null,
        stand(s, v, vandaag),
        s.punt().verwerkt() ? conclusie(s) : null,
        gepland.map(Planbeeld::speling).orElse(null),
        gepland.map(Planregel::uitloop).map(Herplanningbeeld::verschuiving).orElse(null),
        d.opmerkingen().isEmpty() ? null : s.open().size() + " van " + d.opmerkingen().size(),
        eigenaren.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList(),
        i == 0,
        i == aantal - 1);
  }

  /** The step where it is called otherwise than the body, and that it is treated in writing. */
  private static String bij(Stuk s, Vergadering v) {
    String naam = s.stap().naam().equals(v.orgaan().naam()) ? null : s.stap().naam();
    boolean schriftelijk =
        s.punt().verwerkt()
            ? s.punt().behandeling().map(Behandeling::schriftelijk).orElse(false)
            : s.stap().schriftelijk();
    String hoe = schriftelijk ? "schriftelijke ronde, reacties tot en met deze dag" : null;
    return naam == null ? hoe : hoe == null ? naam : naam + ", " + hoe;
  }

  private static Merk stand(Stuk s, Vergadering v, LocalDate vandaag) {
    if (s.punt().verwerkt()) {
      return switch (s.punt().behandeling().flatMap(Behandeling::conclusie).orElseThrow()) {
        case AANGEHOUDEN -> Merk.half("aangehouden");
        case NEGATIEF -> Merk.anders("negatief");
        default -> Merk.goed("verwerkt");
      };
    }
    if (s.stap().toestand() == Stap.Toestand.GEPLAND) {
      return Merk.let("nog niet zover");
    }
    boolean gehouden = !v.dag().isAfter(vandaag);
    if (s.verzonden()) {
      boolean nagezonden = s.punt().behandeling().flatMap(Behandeling::nagezonden).isPresent();
      return gehouden
          ? Merk.let(nagezonden ? "nagezonden, conclusie vast te leggen" : "conclusie vast te leggen")
          : nagezonden ? Merk.let("nagezonden") : Merk.goed("verzonden");
    }
    if (s.stap().nazending().isPresent() && !v.dag().isBefore(vandaag)) {
      return Merk.let("na te zenden");
    }
    return v.verzenden().isBefore(vandaag) ? Merk.laat("niet verzonden") : Merk.open("te verzenden");
  }

  /** Word for word as in the Behandeling; what is not for this reader stays away. */
  private static String conclusie(Stuk s) {
    if (!s.dossier().zicht().stap(s.stap().id())) {
      return "Vertrouwelijk";
    }
    return s.punt()
        .behandeling()
        .flatMap(Behandeling::conclusie)
        .map(c -> c == Conclusie.LEEG ? "Zonder conclusie" : c.naam())
        .orElse(null);
  }

  private VergaderingPagina.Ontbreekt ontbreekt(Stuk s, Vergadering v, LocalDate vandaag) {
    Dossier d = s.dossier();
    String titel = d.visie().titel();
    if (s.punt().verwerkt()) {
      return null;
    }
    if (s.stap().toestand() == Stap.Toestand.GEPLAND) {
      boolean voorbij = v.dag().isBefore(vandaag);
      List<String> nu =
          d.taken().stream()
              .filter(t -> t.gemeente().isEmpty())
              .map(t -> d.stap(t.stap()).map(stap -> Taal.metKleineLetter(stap.naam())).orElse("") + ", " + bij(d, t))
              .distinct()
              .toList();
      return new VergaderingPagina.Ontbreekt(
          titel,
          (voorbij ? "Niet behandeld: de tekst was er nog niet. " : "De tekst is nog niet bij dit overleg. ")
              + (nu.isEmpty() ? "" : "Nu: " + Taal.opsomming(nu, 2) + "."),
          voorbij ? new Link("Andere dag plannen", d.url() + "/planning") : new Link("Naar de visie", d.url()));
    }
    if (!s.verzonden()) {
      return new VergaderingPagina.Ontbreekt(
          titel,
          "De stukken zijn nog niet verzonden" + s.punt().taak().map(t -> ", " + bij(d, t)).orElse("") + ".",
          s.punt().taak().map(t -> new Link(t.naam(), "/taken/" + t.taak())).orElse(null));
    }
    Optional<Tekstversie> nieuwste = d.nieuwste();
    String verzonden = s.punt().behandeling().flatMap(Behandeling::verzendversie).orElse(null);
    if (v.dag().isAfter(vandaag) && nieuwste.isPresent() && !nieuwste.get().nummer().equals(verzonden)) {
      return new VergaderingPagina.Ontbreekt(
          titel,
          "Versie " + nieuwste.get().nummer() + " is er sinds " + Taal.dag(nieuwste.get().datum(), vandaag)
              + "; het overleg kreeg versie " + verzonden + ".",
          new Link("Naar de visie", d.url()));
    }
    return null;
  }

  /** With whom work is: an account, else the body that it belongs to. */
  private static String bij(Dossier d, AgendaTaak taak) {
    return "bij " + taak.toegewezen().or(() -> taak.orgaan().map(d.organen()::get).map(o -> "de secretaris van het " + Taal.metKleineLetter(o))).orElse("de ambtelijk secretaris");
  }

  // -- mails --------------------------------------------------------------------------------

  private List<Conceptmail> mails(Vergadering v, List<Stuk> stukken, Gebruiker wie) {
    if (stukken.isEmpty()) {
      return List.of();
    }
    String basis = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    List<Conceptmail> mails = new ArrayList<>();
    if (v.dag().isAfter(klok.vandaag())) {
      mails.add(verzending(v, stukken, basis, wie));
    }
    for (int i = 0; i < stukken.size(); i++) {
      if (stukken.get(i).punt().verwerkt()) {
        mails.add(uitkomst(v, i + 1, stukken.get(i), basis, wie));
      }
    }
    return mails;
  }

  static Conceptmail verzending(Vergadering v, List<Stuk> stukken, String basis, Gebruiker wie) {
    String wanneer = Taal.voluit(v.dag());
    StringBuilder tekst = new StringBuilder("Geachte leden,\n\nHierbij de agenda en de stukken voor ");
    tekst.append(Taal.metKleineLetter(v.orgaan().naam())).append(" van ").append(wanneer).append(".\n");
    int nr = 0;
    for (Stuk s : stukken) {
      tekst.append("\n").append(++nr).append(". ").append(s.dossier().visie().titel());
      tekst.append(" (").append(Taal.metKleineLetter(s.stap().doel().naam())).append(")\n");
      tekst.append("   ").append(versiezin(s)).append("\n");
      merk(s).ifPresent(merk -> tekst.append("   ").append(merk).append("\n"));
      tekst.append("   ").append(basis).append(s.dossier().url()).append("\n");
    }
    return new Conceptmail(
        "mail-verzending",
        "Verzending van de stukken",
        "Stukken " + Taal.metKleineLetter(v.orgaan().naam()) + " " + wanneer,
        tekst.append(groet(wie)).toString());
  }

  private static String versiezin(Stuk s) {
    return s.stap().toestand() == Stap.Toestand.GEPLAND
        ? "De stukken volgen."
        : s.versie()
            .map(t -> "Versie " + t.nummer() + " van " + Taal.voluitZonderDag(t.datum()) + ", versiekenmerk " + t.kenmerk().kort())
            .orElse("De stukken volgen.");
  }

  private static Optional<String> merk(Stuk s) {
    Dossier d = s.dossier();
    return d.zicht()
        .merkVanVisie()
        .or(() -> d.zicht().merkVanStap(s.stap().id()))
        .or(() -> s.versie().flatMap(t -> d.zicht().merkVanVersie(t.nummer())))
        .map(m -> "Dit stuk is " + m.niveau().naam() + "; stuur het niet door.");
  }

  private Conceptmail uitkomst(Vergadering v, int nr, Stuk s, String basis, Gebruiker wie) {
    Dossier d = s.dossier();
    String wanneer = Taal.voluit(v.dag());
    String conclusie =
        dossiers.behandeling(d, s.stap().ronde()).stream()
            .filter(rij -> rij.stap().equals(s.stap().id()) && rij.behandeld() && rij.datum().equals(Taal.kort(v.dag())))
            .map(rij -> rij.conclusie())
            .findFirst()
            .orElse("");
    StringBuilder tekst = new StringBuilder("Geachte heer, mevrouw,\n\n");
    tekst.append(v.orgaan().naam()).append(" behandelde op ").append(wanneer).append(" versie ");
    tekst.append(s.versie().map(Tekstversie::nummer).orElse("")).append(" van ").append(d.visie().titel());
    tekst.append(" (").append(Taal.metKleineLetter(s.stap().doel().naam())).append(").\n");
    merk(s).ifPresent(merk -> tekst.append(merk).append("\n"));
    tekst.append("\nConclusie: ").append(conclusie.isEmpty() ? "niet vastgelegd" : conclusie).append("\n");
    Object eigen = s.punt().behandeling().map(Behandeling::id).orElse(null);
    List<Opmerking> open = s.open().stream().filter(o -> o.behandeling().equals(eigen)).toList();
    if (!open.isEmpty()) {
      tekst.append("\nWij vragen een antwoord op:\n");
      open.forEach(
          o -> tekst.append("- ").append(o.tekst()).append(o.eigenaar() == null ? "" : " (" + o.eigenaar() + ")").append("\n"));
    }
    tekst.append("\nDe Behandeling: ").append(basis).append(d.url()).append("\n").append(groet(wie));
    return new Conceptmail(
        "mail-" + nr,
        "Punt " + nr + ": " + d.visie().titel(),
        "Uitkomst " + Taal.metKleineLetter(v.orgaan().naam()) + " " + wanneer + ": " + d.visie().titel(),
        tekst.toString());
  }

  private static String groet(Gebruiker wie) {
    return "\nMet vriendelijke groet,\n" + Taal.metKleineLetter(wie.weergave()) + "\n";
  }
}
