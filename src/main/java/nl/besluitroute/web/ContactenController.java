package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.beheer.Contactbeheer;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Contact;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** How bodies are reached: for everybody to read, and to keep for who records for them. */
@Controller
class ContactenController {

  static final String ADRES = "/contacten";

  private final Contactbeheer beheer;
  private final Regios regios;
  private final Toegang toegang;
  private final Klok klok;
  private final Schil schil;

  ContactenController(Contactbeheer beheer, Regios regios, Toegang toegang, Klok klok, Schil schil) {
    this.beheer = beheer;
    this.regios = regios;
    this.toegang = toegang;
    this.klok = klok;
    this.schil = schil;
  }

  /** @param waar code of a region or municipality; without it one's own bodies */
  @GetMapping(ADRES)
  String contacten(@RequestParam(name = "waar", required = false) String waar, Gebruiker wie, Model model) {
    String titel = waar == null ? "Uw contacten" : null;
    List<Orgaan> organen = waar == null ? beheer.eigen(wie) : null;
    if (waar != null) {
      Optional<Regio> regio = regios.regio(waar);
      Optional<Gemeente> gemeente = regios.gemeente(waar);
      if (regio.isEmpty() && gemeente.isEmpty()) {
        throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze regio of gemeente bestaat niet.");
      }
      titel = regio.map(r -> "Contacten regio " + r.naam()).orElseGet(() -> "Contacten " + gemeente.orElseThrow().naam());
      organen =
          (regio.isPresent() ? regios.overleggen(List.of(waar)) : regios.organenVan(List.of(waar)))
              .stream().filter(o -> o.geldtOp(klok.vandaag())).toList();
    }
    model.addAttribute(
        "pagina",
        new ContactenPagina(
            List.of(new Link("Mijn account", MensenController.EIGEN), Link.zonder(titel)),
            null,
            titel,
            waar == null,
            organen(organen, wie),
            toegang.magBeheren(wie) ? new Link("Naar regio's en overleggen", RegiosController.ADRES) : null,
            Invulling.leeg()));
    return "contacten";
  }

  private List<ContactenPagina.OrgaanContacten> organen(List<Orgaan> organen, Gebruiker wie) {
    Map<String, List<ContactenPagina.Rij>> contacten =
        regios.contacten(organen.stream().map(Orgaan::id).toList()).stream()
            .collect(Collectors.groupingBy(Contact::orgaan, Collectors.mapping(ContactenController::rij, Collectors.toList())));
    Map<String, String> gemeenten = regios.namen(organen.stream().flatMap(o -> o.gemeente().stream()).distinct().toList());
    Map<String, String> regio = regios.regioNamen(organen.stream().flatMap(o -> o.regio().stream()).distinct().toList());
    return organen.stream()
        .map(
            o ->
                new ContactenPagina.OrgaanContacten(
                    o.id(),
                    o.naam(),
                    o.regio().map(r -> "regio " + regio.get(r)).orElseGet(() -> "gemeente " + gemeenten.get(o.gemeente().orElseThrow())),
                    new Link(o.naam(), ADRES + "/" + o.id()),
                    beheer.mag(o, wie),
                    contacten.getOrDefault(o.id(), List.of())))
        .toList();
  }

  private static ContactenPagina.Rij rij(Contact c) {
    return new ContactenPagina.Rij(
        c.id().toString(),
        c.functie(),
        c.mail().orElse(null),
        c.telefoon().orElse(null),
        c.notitie().orElse(null));
  }

  @GetMapping(ADRES + "/{orgaan}")
  ModelAndView orgaan(@PathVariable String orgaan, Gebruiker wie) {
    return orgaan(orgaan, Invulling.leeg(), wie);
  }

  private ModelAndView orgaan(String id, Invulling vul, Gebruiker wie) {
    Orgaan orgaan =
        regios.orgaan(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit orgaan bestaat niet."));
    ContactenPagina.OrgaanContacten rij = organen(List.of(orgaan), wie).get(0);
    String waar = orgaan.regio().or(orgaan::gemeente).orElseThrow();
    List<Link> kruimels = new ArrayList<>();
    if (toegang.magBeheren(wie)) {
      kruimels.add(new Link("Beheer", BeheerController.ADRES));
      kruimels.add(
          new Link(
              Taal.metHoofdletter(rij.bij()),
              (orgaan.regio().isPresent() ? RegiosController.ADRES : RegiosController.GEMEENTE) + "/" + waar));
    } else {
      kruimels.add(new Link("Contacten " + rij.bij(), ADRES + "?waar=" + waar));
    }
    kruimels.add(Link.zonder(orgaan.naam()));
    Invulling begin = vul;
    for (ContactenPagina.Rij c : rij.contacten()) {
      String vorm = "contact-" + c.id();
      begin = begin.met(vorm, "functie", c.functie()).met(vorm, "mail", c.mail()).met(vorm, "telefoon", c.telefoon()).met(vorm, "notitie", c.notitie());
    }
    var pagina = new ModelAndView("contact", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new ContactenPagina(
            kruimels, Taal.metHoofdletter(rij.bij()), orgaan.naam(), false, List.of(rij), null, begin));
    return pagina;
  }

  private ModelAndView doe(
      String orgaan, String vorm, Map<String, String> invoer, Gebruiker wie, Runnable daad, String gelukt) {
    try {
      daad.run();
    } catch (RegioFout fout) {
      return orgaan(orgaan, Invulling.geweigerd(vorm, invoer, fout), wie);
    }
    schil.meldStraks(gelukt);
    return new ModelAndView("redirect:" + ADRES + "/" + orgaan);
  }

  private static Contact.Gegevens gegevens(Map<String, String> invoer) {
    return new Contact.Gegevens(
        invoer.get("functie"), invoer.get("mail"), invoer.get("telefoon"), invoer.get("notitie"));
  }

  @PostMapping(ADRES + "/{orgaan}")
  ModelAndView voegToe(@PathVariable String orgaan, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    return doe(
        orgaan, "contact", invoer, wie, () -> beheer.voegToe(orgaan, gegevens(invoer), wie), "Het contact is toegevoegd.");
  }

  @PostMapping(ADRES + "/{orgaan}/{nummer}")
  ModelAndView wijzig(
      @PathVariable String orgaan, @PathVariable String nummer, @RequestParam Map<String, String> invoer, Gebruiker wie) {
    UUID id = contact(orgaan, nummer);
    return doe(
        orgaan, "contact-" + nummer, invoer, wie, () -> beheer.wijzig(id, gegevens(invoer), wie), "Het contact is gewijzigd.");
  }

  @PostMapping(ADRES + "/{orgaan}/{nummer}/verwijderen")
  ModelAndView verwijder(@PathVariable String orgaan, @PathVariable String nummer, Gebruiker wie) {
    UUID id = contact(orgaan, nummer);
    return doe(
        orgaan, "contact-" + nummer, Map.of(), wie, () -> beheer.verwijder(id, wie), "Het contact is verwijderd.");
  }

  private UUID contact(String orgaan, String nummer) {
    UUID id = Invulling.nummer(nummer);
    if (regios.contact(id).filter(c -> c.orgaan().equals(orgaan)).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "Dit contact bestaat niet meer.");
    }
    return id;
  }
}
