package nl.besluitroute.web;

import static nl.besluitroute.web.VisieKop.Voortgang.GEDAAN;
import static nl.besluitroute.web.VisieKop.Voortgang.KOMT;
import static nl.besluitroute.web.VisieKop.Voortgang.NU;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.besluitroute.web.VisieKop.Baan;
import nl.besluitroute.web.VisieKop.Plek;
import nl.besluitroute.web.VisieKop.Route;
import nl.besluitroute.web.VisieKop.Stap;
import nl.besluitroute.web.VisieKop.Tab;
import nl.besluitroute.web.VisieKop.Teken;
import nl.besluitroute.web.VisieKop.Waaier;
import nl.besluitroute.web.VisieKop.Wie;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Made-up content for each page; vision 1 is small and on its way, vision 2 has 25 municipalities. */
@Controller
@Profile("voorbeeld")
class VoorbeeldController {

  private static final String TITEL = "Samenwerkingsafspraken jeugdhulp 2022–2025";
  private static final List<String> ZEVEN =
      List.of("Blaricum", "Gooise Meren", "Hilversum", "Huizen", "Laren", "Weesp", "Wijdemeren");

  private final Schil schil;
  private final ObjectMapper json;

  VoorbeeldController(Schil schil, ObjectMapper json) {
    this.schil = schil;
    this.json = json;
  }

  @GetMapping("/agenda")
  String agenda(@RequestParam(required = false) String toon, Model model) {
    boolean leeg = "later".equals(toon);
    var visie = new Link(TITEL, "/visies/1");
    var ander = new Link("Regiovisie jeugdhulp Zuidoost-Brabant 2026–2030", "/visies/2");
    List<AgendaPagina.Rij> rijen =
        leeg
            ? List.of()
            : List.of(
                new AgendaPagina.Rij(new Link("Collegebesluit vastleggen", "/taken/3"), ander, "College", "Heeze-Leende", "17 augustus", "Besluiten", "vr 20 augustus", Merk.laat("5 dagen te laat"), "1.3", "c41d 08e7"),
                new AgendaPagina.Rij(new Link("Stukken verzenden", "/taken/1"), visie, "Directie-overleg", null, "2 september", "Adviseren", "do 26 augustus", Merk.let("morgen"), "1.0", "7f3a 91c2"),
                new AgendaPagina.Rij(new Link("Conclusie vastleggen", "/taken/2"), visie, "Directie-overleg", null, "2 september", "Adviseren", "ma 6 september", Merk.open("nog 12 dagen"), "1.0", "7f3a 91c2"),
                new AgendaPagina.Rij(new Link("Gesprek vastleggen", "/taken/4"), visie, "Partners en aanbieders", null, "Juni, juli", "Input ophalen", null, null, null, null));
    model.addAttribute(
        "pagina",
        new AgendaPagina(
            "Woensdag 25 augustus 2021",
            Zin.metVet("4 taken").tekst(", waarvan ").vet("1 te laat").tekst("; morgen gaan de stukken voor het directie-overleg weg."),
            List.of(
                new Filter("Alle", 4, "/agenda", !leeg, null),
                new Filter("Te laat", 1, "/agenda?toon=te-laat", false, Merk.laat("")),
                new Filter("Deze week", 1, "/agenda?toon=week", false, Merk.let("")),
                new Filter("Later", 0, "/agenda?toon=later", leeg, Merk.open(""))),
            leeg ? "Later" : "Alle taken, eerst af te ronden bovenaan",
            rijen,
            leeg ? null : new Link("Volgende 50 taken", "/agenda?na=4")));
    return "agenda";
  }

  @GetMapping("/taken/{id}")
  String taak(@PathVariable int id, Model model) {
    if (id > 90) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "Deze taak is gisteren al afgerond door de griffier van Laren.");
    }
    model.addAttribute(
        "pagina",
        new TaakPagina(
            "/taken/" + id,
            "/taken/" + id + "/formulier",
            List.of(new Link("Mijn agenda", "/agenda"), Link.zonder("Conclusie vastleggen")),
            "Directie-overleg, donderdag 2 september 2021",
            "Conclusie vastleggen",
            "Wat het directie-overleg over de samenwerkingsafspraken concludeerde.",
            List.of(
                Feit.van("Visie", TITEL).naar("/visies/1"),
                Feit.van("Overleg", "Directie-overleg").met("doel: adviseren"),
                Feit.van("Datum", "donderdag 2 september 2021"),
                Feit.van("Verzendversie", "1.0").met("7f3a 91c2"),
                Feit.van("Uiterlijk vastleggen", "maandag 6 september").merk(Merk.open("nog 12 dagen"))),
            List.of("De Behandeling wordt bijgewerkt.", "Opmerkingen gaan naar hun eigenaar."),
            "Conclusie vastleggen",
            new Link("Terug naar mijn agenda", "/agenda")));
    return "taak";
  }

  @GetMapping(path = "/taken/{id}/formulier", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  TaakFormulier formulier(@PathVariable int id) throws IOException {
    var gegevens = new LinkedHashMap<String, Object>();
    gegevens.put("datum", "2021-09-02");
    gegevens.put("versie", "1.0");
    gegevens.put("versies", List.of(Map.of("value", "1.0", "label", "1.0 van 23 augustus"), Map.of("value", "0.9", "label", "0.9 van 2 juli")));
    gegevens.put("gemeenten", ZEVEN.stream().map(naam -> Map.of("value", naam, "label", naam)).toList());
    gegevens.put("opmerkingen", List.of(Map.of("tekst", "", "eigenaar", "")));
    gegevens.put("voorbehouden", List.of());
    return new TaakFormulier(json.readTree(new ClassPathResource("voorbeeld/conclusie_vastleggen.form").getInputStream()), gegevens);
  }

  @PostMapping(path = "/taken/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  TaakAntwoord vastleggen(@PathVariable int id, @RequestBody TaakInvoer invoer) {
    if (id == 2) {
      throw new Geweigerd();
    }
    if (id == 3) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, "De griffier van Laren legde dit om 11.40 uur al vast. Er is niets dubbel opgeslagen.");
    }
    schil.meldStraks("De conclusie van het directie-overleg is vastgelegd.");
    return new TaakAntwoord("/visies/1");
  }

  private static final class Geweigerd extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @org.springframework.context.annotation.Bean
  Foutvertaling vertaling() {
    return oorzaak ->
        oorzaak instanceof Geweigerd
            ? java.util.Optional.of(
                new Fout(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Niet opgeslagen",
                    "Twee velden kloppen niet.",
                    List.of(
                        new Fout.Veldfout("datum", "Versie 1.0 bestond op deze dag nog niet."),
                        new Fout.Veldfout("opmerkingen[0].tekst", "Deze opmerking staat er al.")),
                    null))
            : java.util.Optional.empty();
  }

  @GetMapping("/kapot")
  String kapot() {
    throw new IllegalStateException("for the test");
  }

  @GetMapping("/visies")
  String visies(Model model) {
    model.addAttribute(
        "pagina",
        new VisiesPagina(
            "Regio Gooi en Vechtstreek en andere",
            Zin.metVet("3 visies").tekst(" onderweg, waarvan ").vet("1 te laat").tekst("; 1 vastgesteld."),
            List.of(new Filter("Alle", 3, "/visies", true, null), new Filter("Te laat", 1, "/visies?toon=te-laat", false, Merk.laat("")), new Filter("Vastgesteld", 1, "/visies?toon=vastgesteld", false, Merk.goed(""))),
            List.of(
                new VisiesPagina.Rij(new Link(TITEL, "/visies/1"), "Gooi en Vechtstreek", Merk.open("open"), "0 van 7 vastgesteld", "Directie-overleg", "02-09-21", Merk.let("verzenden morgen"), "1.0", "2022–2025"),
                new VisiesPagina.Rij(new Link("Regiovisie jeugdhulp Zuidoost-Brabant 2026–2030", "/visies/2"), "Zuidoost-Brabant", Merk.anders("afwijkend"), "9 van 25 vastgesteld", "Lokale besluitvorming", "Sept/ Okt", Merk.laat("5 dagen te laat"), "1.3", "2026–2030"),
                new VisiesPagina.Rij(new Link("Regiovisie specialistische jeugdhulp Eemland", "/visies/3"), "Eemland", Merk.goed("vastgesteld"), "7 van 7 vastgesteld", "Afgerond", "12 maart 2021", null, "1.2", "2021–2026")),
            null));
    return "visies";
  }

  private static VisieKop kop(String id, String hier) {
    boolean groot = "2".equals(id);
    List<Stap> stappen = new ArrayList<>(List.of(
        new Stap("Gesprekken en dialoog", GEDAAN, "jan – juli 2021", "8 dialoogsessies", false),
        new Stap("Ambtelijke klankbord\u00ADgroep", GEDAAN, "23-08-21", "Positief, 5 opmerkingen", false),
        new Stap("Uitvoerings\u00ADoverleg", GEDAAN, "24-08-21", "Positief, 2 opmerkingen", true),
        new Stap("Directie-overleg", NU, "02-09-21", "Verzenden 26-08", false),
        new Stap("Portefeuille\u00ADhouders\u00ADoverleg", KOMT, "16-09-21", "Verzenden 09-09", false)));
    List<Baan> banen = ZEVEN.stream().map(naam -> new Baan(naam, new Plek(Wie.COLLEGE, Teken.OPEN, naam.startsWith("H") ? "28-09-21" : "Sept/ Okt"), new Plek(Wie.BRIEF, Teken.OPEN, "November"))).toList();
    if (groot) {
      for (String naam : List.of("Concept opstellen", "Concept in directie-overleg", "Concept in portefeuille\u00ADhouders\u00ADoverleg", "Webinar raden", "Definitieve versie opstellen", "Concept met adviesraden en partners")) {
        stappen.add(3, new Stap(naam, GEDAAN, "31-05-21", "met opmerkingen", false));
      }
      banen = IntStream.range(0, 25).mapToObj(i -> new Baan(i == 7 ? "Nuenen, Gerwen en Nederwetten" : "Gemeente " + (i + 1), new Plek(Wie.COLLEGE, Teken.GEDAAN, "13-01-21"), new Plek(Wie.RAAD, i < 9 ? Teken.GEDAAN : i == 9 ? Teken.ANDERS : Teken.OPEN, i < 9 ? "vastgesteld" : i == 9 ? "afwijkend" : "12-10-21"))).toList();
    }
    String basis = "/visies/" + id;
    return new VisieKop(
        List.of(new Link("Visies", "/visies"), new Link("Gooi en Vechtstreek", "/visies?regio=gv"), Link.zonder("Samenwerkingsafspraken jeugdhulp")),
        "Regiovisie jeugdhulp, Gooi en Vechtstreek",
        TITEL,
        "Vaststellen van samenwerkingsafspraken jeugdhulp in het kader van de norm van opdrachtgeverschap Jeugd.",
        new Link("Stukken verzenden aan directie-overleg", "/taken/1"),
        "Stand besluitvorming: open",
        Zin.metVet("0 van 7 vastgesteld").tekst("; eerst mogelijk ").vet("eind oktober 2021").tekst("; ").vet("4 gemeenten").tekst(" noemden nog geen collegedatum."),
        List.of("Alle colleges moeten eensluidend vaststellen; nog geen college besloot."),
        List.of(Feit.van("Versie", "1.0").met("7f3a 91c2"), Feit.van("Wie stelt vast", "7 colleges; raden geïnformeerd"), Feit.van("Looptijd", "2022–2025"), Feit.van("Open opmerkingen", "5 van 7").naar(basis + "/opmerkingen")),
        new Route(stappen, new Waaier("College besluit", groot ? "Raad besluit" : "Brief aan raad", banen)),
        List.of(
            new Tab("Behandeling", basis, null, hier.equals("")),
            new Tab("Gemeenten", basis + "/gemeenten", "7", hier.equals("gemeenten")),
            new Tab("Opmerkingen", basis + "/opmerkingen", "5 open", hier.equals("opmerkingen")),
            new Tab("Diagram", basis + "/diagram", null, hier.equals("diagram")),
            new Tab("Geschiedenis", basis + "/geschiedenis", null, hier.equals("geschiedenis"))));
  }

  @GetMapping("/visies/{id}")
  String visie(@PathVariable String id, Model model) {
    if (!List.of("1", "2").contains(id)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze visie bestaat niet, of u mag haar niet zien.");
    }
    model.addAttribute("visie", kop(id, ""));
    model.addAttribute(
        "pagina",
        new BehandelingPagina(
            "Zoals zij in het voorstel staat, woord voor woord. Grijze regels horen niet bij de tekst.",
            List.of(
                new BehandelingPagina.Rij("23-08-21", "Ambtelijke klankbordgroep", "Adviseren", "Positief. Opmerkingen: Geef aan dat het past bij de Verkenningen naar een financieel gezond domein (aangepast op pag 7: 2.3). Check bij de VNG of we zo voldoen aan de NvO. Geef aan hoe we dit gaan uitvoeren. Noem het evt een samenwerkingskader ipv afspraken. Besluitvormingsproces klopt niet = collegebesluit en raden informeren (aangepast op pag. 28)", List.of(Link.zonder("versie 0.9"), new Link("5 opmerkingen: 2 verwerkt, 3 open", "/visies/1/opmerkingen"))),
                new BehandelingPagina.Rij("24-08-21", "Uitvoeringsoverleg", "Adviseren", "Positief. Opmerkingen: Maak een verbinding met de praktijk, advies om een routekaart of werkagenda eraan te verbinden na vaststelling. Zo blijft het dynamisch. Wens VT is om bij cijfers verwijzers VT los te koppelen van gemeenten.", List.of(Link.zonder("versie 0.9"), new Link("2 opmerkingen: 2 open", "/visies/1/opmerkingen"))),
                new BehandelingPagina.Rij("02-09-21", "Directie-overleg", "Adviseren", null, List.of(Link.zonder("verzendversie 1.0"), new Link("verzenden uiterlijk 26-08-21", "/taken/1"))),
                new BehandelingPagina.Rij("16-09-21", "Portefeuillehoudersoverleg", "Vaststellen", null, List.of(Link.zonder("advies aan de colleges"))),
                new BehandelingPagina.Rij("Sept/ Okt", "Colleges", "Besluiten", null, List.of(new Link("7 gemeenten, 3 met datum", "/visies/1/gemeenten")))),
            "2".equals(id) ? List.of() : List.of(
                new BehandelingPagina.Signaal(Merk.Soort.LET, "Partners na definitieve versie", "De uitkomst van de gesprekken komt op 30-08; de definitieve versie is op 24-08 al behandeld."),
                new BehandelingPagina.Signaal(Merk.Soort.LET, "Raad informeren, niet vaststellen", "Onderweg gewijzigd in collegebesluit. De NvO gaat uit van vaststelling door de raden."))));
    return "visie";
  }

  @GetMapping("/visies/{id}/gemeenten")
  String gemeenten(@PathVariable String id, Model model) {
    model.addAttribute("visie", kop(id, "gemeenten"));
    List<GemeentenPagina.Rij> rijen = new ArrayList<>();
    for (String naam : ZEVEN) {
      boolean datum = naam.startsWith("H");
      rijen.add(new GemeentenPagina.Rij(new Link(naam, "/visies/" + id + "/gemeenten"), naam.equals("Weesp") ? "per 24-03-22 bij Amsterdam" : null, List.of(GemeentenPagina.Cel.van(datum ? Merk.goed("conform") : Merk.let("geen datum"), datum ? "28-09-21" : "Sept/ Okt"), GemeentenPagina.Cel.van(naam.equals("Huizen") ? Merk.anders("gewijzigd aangenomen") : Merk.open("gepland"), "November"), GemeentenPagina.Cel.tekst("1.0", null)), datum ? Bron.bevestigd() : Bron.gemeld(), naam.equals("Laren"), naam.equals("Huizen") ? "De samenwerkingsafspraken vast te stellen, met dien verstande dat zij na twee jaar worden geëvalueerd." : null, naam.equals("Huizen") ? "voegt een voorwaarde toe, dus niet eensluidend." : null));
    }
    model.addAttribute("pagina", new GemeentenPagina("Lokale besluitvorming, laatste datum zoals genoemd.", List.of("College", "Raad geïnformeerd", "Versie"), rijen));
    return "visie-gemeenten";
  }

  @GetMapping("/visies/{id}/opmerkingen")
  String opmerkingen(@PathVariable String id, Model model) {
    model.addAttribute("visie", kop(id, "opmerkingen"));
    String url = "/visies/" + id + "/opmerkingen/";
    model.addAttribute(
        "pagina",
        new OpmerkingenPagina(
            Zin.metVet("5 van 7").tekst(" staan nog open."),
            List.of(new Filter("Alle", 7, "/visies/1/opmerkingen", true, null), new Filter("Open", 5, "/visies/1/opmerkingen?toon=open", false, Merk.open(""))),
            List.of(
                new OpmerkingenPagina.Rij("1", "Geef aan dat het past bij de Verkenningen naar een financieel gezond domein.", "Ambtelijke klankbordgroep, 23-08-21", "projectleider", Merk.goed("verwerkt"), "Verwerkt in versie 1.0, pagina 7: 2.3.", null, null),
                new OpmerkingenPagina.Rij("2", "Check bij de VNG of we zo voldoen aan de NvO.", "Ambtelijke klankbordgroep, 23-08-21", "beleidsadviseur jeugd", Merk.open("open"), null, url + "2", new OpmerkingenPagina.Invoer("niet_overgenomen", null, null, "", "Geef aan waarom de opmerking niet is overgenomen.")),
                new OpmerkingenPagina.Rij("3", "Noem het evt een samenwerkingskader ipv afspraken.", "Ambtelijke klankbordgroep, 23-08-21", null, Merk.open("open"), null, url + "3", null),
                new OpmerkingenPagina.Rij("4", "<script>alert(1)</script> =1+1", "Uitvoeringsoverleg, 24-08-21", "projectleider", Merk.anders("niet overgenomen"), "Niet overgenomen: de aanbieders vroegen om deze toelichting.", null, null)),
            List.of(new Keuze("1.0", "1.0"), new Keuze("1.1", "1.1"))));
    return "visie-opmerkingen";
  }

  @PostMapping("/visies/{id}/opmerkingen/{nr}")
  String antwoord(@PathVariable String id, @PathVariable String nr) {
    schil.meldStraks("Uw antwoord is vastgelegd.");
    return "redirect:/visies/" + id + "/opmerkingen";
  }

  @GetMapping("/visies/{id}/geschiedenis")
  String geschiedenis(@PathVariable String id, Model model) {
    model.addAttribute("visie", kop(id, "geschiedenis"));
    model.addAttribute(
        "pagina",
        new GeschiedenisPagina(
            List.of(
                new GeschiedenisPagina.Dag("woensdag 25 augustus 2021", List.of(new GeschiedenisPagina.Gebeurtenis("11.40", "Collegedatum van Huizen genoemd: 5 oktober 2021", "ambtelijk secretaris", "gemeente Huizen", null, Bron.gemeld()), new GeschiedenisPagina.Gebeurtenis("09.05", "Directie-overleg verplaatst van 1 naar 2 september 2021; verzenden nu uiterlijk 26 augustus", "ambtelijk secretaris", null, "Voorzitter verhinderd", null))),
                new GeschiedenisPagina.Dag("dinsdag 24 augustus 2021", List.of(new GeschiedenisPagina.Gebeurtenis("16.40", "Conclusie van het uitvoeringsoverleg vastgelegd: positief, met 2 opmerkingen", "ambtelijk secretaris", null, null, null)))),
            new Link("Eerder", "/visies/1/geschiedenis?voor=2")));
    return "visie-geschiedenis";
  }

  @GetMapping("/visies/{id}/diagram")
  String diagram(@PathVariable String id, @RequestParam(required = false) String blok, Model model) {
    model.addAttribute("visie", kop(id, "diagram"));
    model.addAttribute(
        "pagina",
        new DiagramPagina(
            blok == null ? "Diagram van de route" : "Diagram van het blok " + blok,
            blok == null ? null : new Link("Terug naar de route", "/visies/" + id + "/diagram"),
            "/visies/" + id + "/diagram.bpmn",
            "/visies/" + id + "/diagram.json",
            List.of(
                new DiagramPagina.Rij(new Link("Gesprekken en dialoog", "/visies/1/diagram?blok=participatie_dialoog"), GEDAAN, "jan – juli 2021"),
                new DiagramPagina.Rij(new Link("Ambtelijke klankbordgroep", "/visies/1/diagram?blok=klankbord"), GEDAAN, "23-08-21"),
                new DiagramPagina.Rij(new Link("Uitvoeringsoverleg", "/visies/1/diagram?blok=uo"), GEDAAN, "24-08-21"),
                new DiagramPagina.Rij(new Link("Directie-overleg", "/visies/1/diagram?blok=do"), NU, "02-09-21, stukken verzenden"),
                new DiagramPagina.Rij(Link.zonder("Portefeuillehoudersoverleg"), KOMT, "16-09-21"))));
    return "visie-diagram";
  }

  @GetMapping(path = "/visies/{id}/diagram.bpmn", produces = MediaType.APPLICATION_XML_VALUE)
  @ResponseBody
  String bpmn() throws IOException {
    return new ClassPathResource("voorbeeld/route.bpmn").getContentAsString(StandardCharsets.UTF_8);
  }

  @GetMapping(path = "/visies/{id}/diagram.json", produces = MediaType.APPLICATION_JSON_VALUE)
  @ResponseBody
  DiagramTekens tekens(@PathVariable String id) {
    String blok = "/visies/" + id + "/diagram?blok=";
    return new DiagramTekens(
        List.of(
            new DiagramTekens.Element("participatie_dialoog", "gedaan", "gedaan", blok + "participatie_dialoog"),
            new DiagramTekens.Element("klankbord", "gedaan", "gedaan", blok + "klankbord"),
            new DiagramTekens.Element("uo", "gedaan", "gedaan", blok + "uo"),
            new DiagramTekens.Element("do", "hier_nu", "hier nu", blok + "do"),
            new DiagramTekens.Element("pfho", "gepland", "gepland", blok + "pfho"),
            new DiagramTekens.Element("lokaal", "gepland", "gepland", blok + "lokaal")));
  }
}
