package nl.besluitroute.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import nl.besluitroute.beheer.Motorbeheer;
import nl.besluitroute.beheer.Techniek;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.signalering.Postbeheer;
import nl.besluitroute.signalering.SignaalFout;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Where a beheerder begins, and the state of the system. */
@Controller
class BeheerController {

  static final String ADRES = "/beheer";
  static final String TECHNIEK = "/beheer/techniek";

  private static final int HOOGSTENS = 100;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm", Locale.forLanguageTag("nl-NL"));

  private final Techniek techniek;
  private final Postbeheer post;
  private final Toegang toegang;
  private final Visies visies;
  private final Regios regios;
  private final ObjectProvider<BuildProperties> versie;
  private final Schil schil;

  BeheerController(
      Techniek techniek,
      Postbeheer post,
      Toegang toegang,
      Visies visies,
      Regios regios,
      ObjectProvider<BuildProperties> versie,
      Schil schil) {
    this.techniek = techniek;
    this.post = post;
    this.toegang = toegang;
    this.visies = visies;
    this.regios = regios;
    this.versie = versie;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  String begin(Gebruiker wie, Model model) {
    toegang.eisBeheren(wie);
    model.addAttribute("storingen", techniek.aantalStoringen(wie));
    return "beheer";
  }

  @GetMapping(TECHNIEK)
  String techniek(Gebruiker wie, Model model) {
    Techniek.Beeld beeld = techniek.beeld(wie);
    long aantal = techniek.aantalStoringen(wie);
    List<Motorbeheer.Storing> storingen = aantal == 0 ? List.of() : techniek.storingen(HOOGSTENS, wie);
    Map<String, Regiovisie> bijVisie =
        visies.visies(storingen.stream().map(Motorbeheer.Storing::visie).filter(Objects::nonNull).distinct().toList());
    Map<String, String> gemeenten =
        regios.namen(storingen.stream().map(Motorbeheer.Storing::gemeente).filter(Objects::nonNull).distinct().toList());
    Map<String, String> stappen =
        visies.stappen(storingen.stream().map(Motorbeheer.Storing::stap).filter(Objects::nonNull).distinct().toList()).stream()
            .collect(java.util.stream.Collectors.toMap(Stap::id, Stap::naam));
    var omvang = beeld.omvang();
    model.addAttribute(
        "pagina",
        new TechniekPagina(
            List.of(new Link("Beheer", ADRES), Link.zonder("Techniek")),
            aantal == 0
                ? Zin.metVet("Er is niets mislukt").tekst("; " + Taal.geenOfAantal(omvang.nu(), "job wacht", "jobs wachten") + " op uitvoering.")
                : Zin.metVet(Taal.aantal(aantal, "job is mislukt", "jobs zijn mislukt"))
                    .tekst(" en " + (aantal == 1 ? "wordt" : "worden") + " niet vanzelf opnieuw geprobeerd."),
            aantal == 0 ? Merk.goed("in orde") : Merk.laat("storing"),
            List.of(
                Feit.van("Jobs die wachten", String.valueOf(omvang.wacht())).met(omvang.nu() + " nu aan de beurt"),
                Feit.van("Lopende routes", String.valueOf(omvang.lopend())),
                Feit.van("Deployments", String.valueOf(omvang.uitrollen())).met(Taal.aantal(omvang.routeversies(), "procesdefinitie", "procesdefinities")),
                Feit.van("Database", beeld.database()),
                Feit.van("Besluitroute", versie.stream().map(BuildProperties::getVersion).findFirst().orElse("ontwikkelversie")),
                mail(post.beeld(wie)),
                Feit.van("Klok", moment(beeld.klok())).met(beeld.klokStaat() ? "staat stil" : "Europe/Amsterdam, loopt")),
            storingen.stream()
                .map(
                    s ->
                        new TechniekPagina.Storing(
                            s.werk(),
                            visie(s, bijVisie, wie),
                            stappen.get(s.stap()),
                            gemeenten.get(s.gemeente()),
                            s.melding(),
                            moment(s.sinds()),
                            TECHNIEK + "/storingen/" + s.job() + "/opnieuw"))
                .toList(),
            aantal > HOOGSTENS ? "De oudste " + HOOGSTENS + " van " + aantal + " staan hier." : null,
            post.mislukt(HOOGSTENS, wie).stream()
                .map(
                    b ->
                        new TechniekPagina.Bericht(
                            b.aan(),
                            b.overzicht() ? "dagelijks overzicht" : "direct bericht",
                            b.opgegeven()
                                ? Merk.laat("opgegeven")
                                : Merk.let("wordt opnieuw geprobeerd"),
                            b.fout(),
                            moment(b.sinds()),
                            TECHNIEK + "/berichten/" + b.id() + "/opnieuw"))
                .toList()));
    return "techniek";
  }

  private static Feit mail(Postbeheer.Beeld mail) {
    return mail.ingericht()
        ? Feit.van("E-mail", Taal.geenOfAantal(mail.wacht(), "bericht wacht", "berichten wachten")).met(mail.mislukt() + " opgegeven")
        : Feit.van("E-mail", "niet ingericht").met("signalen staan op de pagina's");
  }

  /** A vision that is hidden from the beheerder is named by its key, which is in the engine anyway. */
  private Link visie(Motorbeheer.Storing s, Map<String, Regiovisie> bijVisie, Gebruiker wie) {
    if (s.visie() == null || !bijVisie.containsKey(s.visie())) {
      return null;
    }
    return visies.isLeesbaar(bijVisie.get(s.visie()), wie)
        ? new Link(bijVisie.get(s.visie()).titel(), "/visies/" + s.visie())
        : Link.zonder("vertrouwelijke visie");
  }

  private static String moment(Instant op) {
    return MOMENT.format(op.atZone(Klok.ZONE));
  }

  @PostMapping(TECHNIEK + "/storingen/{job}/opnieuw")
  String opnieuw(@PathVariable String job, Gebruiker wie) {
    try {
      techniek.probeerOpnieuw(job, wie);
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "Dit werk is intussen gelukt, vervallen of al opnieuw begonnen.");
    }
    schil.meldStraks("De job wordt opnieuw geprobeerd.");
    return "redirect:" + TECHNIEK;
  }

  @PostMapping(TECHNIEK + "/berichten/{id}/opnieuw")
  String verstuurOpnieuw(@PathVariable String id, Gebruiker wie) {
    try {
      post.opnieuw(Invulling.nummer(id), wie);
    } catch (SignaalFout e) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, e.getMessage());
    }
    schil.meldStraks("Het bericht gaat met de volgende ronde mee.");
    return "redirect:" + TECHNIEK;
  }

  @PostMapping(TECHNIEK + "/agenda")
  String herbouw(Gebruiker wie) {
    int aantal = techniek.herbouwAgenda(wie);
    schil.meldStraks("De agenda is herbouwd uit " + Taal.aantal(aantal, "open taak.", "open taken."));
    return "redirect:" + TECHNIEK;
  }
}
