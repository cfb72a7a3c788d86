package nl.besluitroute.web;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.signalering.Melding;
import nl.besluitroute.signalering.SignaalFout;
import nl.besluitroute.signalering.Signalen;
import nl.besluitroute.signalering.Signalen.Voorkeuren;
import nl.besluitroute.signalering.Signalen.Wens;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody is told, and how he wants to be told. */
@Controller
class SignalenController {
  static final String ADRES = "/signalen";

  private static final int HOOGSTENS = 40;
  private static final String VORM = "voorkeuren";
  private static final DateTimeFormatter TIJD = DateTimeFormatter.ofPattern("HH.mm");

  private final Signalen signalen;
  private final Schil schil;

  SignalenController(Signalen signalen, Schil schil) {
    this.signalen = signalen;
    this.schil = schil;
  }

  @GetMapping(ADRES)
  ModelAndView signalen(
      @RequestParam(name = "toon", defaultValue = "") String toon, Gebruiker wie) {
    Voorkeuren v = signalen.voorkeuren(wie);
    return pagina(
        Invulling.leeg()
            .met(VORM, "mail", v.wens().mail().orElse(""))
            .met(VORM, "overzicht", v.wens().overzicht() ? "ja" : "")
            .met(VORM, "dringend", v.wens().dringend() ? "ja" : ""),
        toon,
        wie);
  }

  private ModelAndView pagina(Invulling vul, String toon, Gebruiker wie) {
    boolean ookOud = toon.equals("alles");
    List<Melding> alle =
        ookOud ? signalen.nieuwste(wie, HOOGSTENS) : signalen.zonderOudGedaan(wie, HOOGSTENS);
    var pagina =
        new ModelAndView("signalen", vul.vorm() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
    pagina.addObject(
        "pagina",
        new SignalenPagina(
            antwoord(alle),
            perDag(alle),
            alle.stream().filter(m -> !m.gelezen()).map(m -> m.id().toString()).toList(),
            alle.size() == HOOGSTENS ? "De nieuwste " + HOOGSTENS + "." : null,
            ookOud
                ? new Link("Zonder wat langer geleden is gedaan", ADRES)
                : new Link("Ook wat langer geleden is gedaan", ADRES + "?toon=alles"),
            alle.isEmpty()
                ? new Leeg(
                    "Er is niets te melden",
                    "Hier leest u wat te laat is, waaraan u wordt herinnerd en welke vergadering verplaatst is of vervalt.",
                    new Link("Naar uw agenda", "/agenda"))
                : null,
            signalen.mailIngericht()
                ? null
                : "Dit systeem verstuurt nu geen e-mail; uw signalen leest u hier.",
            bevestigen(signalen.voorkeuren(wie)),
            vul));
    return pagina;
  }

  /** Null when nothing waits for him. */
  private static String bevestigen(Voorkeuren v) {
    return v.bevestigd()
        ? null
        : v.wens().mail().orElseThrow()
            + " is nog niet bevestigd. Gebruik de link in het bericht dat daarheen gaat. "
            + v.nu()
                .map(nu -> "Tot dan gaat uw e-mail naar " + nu + ".")
                .orElse("Tot dan ontvangt u geen e-mail.");
  }

  private static Zin antwoord(List<Melding> alle) {
    long nieuw = alle.stream().filter(SignalenController::isNieuw).count();
    long dringend = alle.stream().filter(m -> isNieuw(m) && m.dringend()).count();
    if (nieuw == 0) {
      return Zin.metVet("U bent bij.").tekst(" Er zijn geen nieuwe signalen.");
    }
    return Zin.metVet(Taal.aantal(nieuw, "nieuw signaal", "nieuwe signalen"))
        .tekst(dringend == 0 ? "." : ", waarvan " + dringend + " dringend.");
  }

  private static List<SignalenPagina.Dag> perDag(List<Melding> alle) {
    Map<LocalDate, List<SignalenPagina.Regel>> perDag = new LinkedHashMap<>();
    for (Melding m : alle) {
      ZonedDateTime op = m.gemaaktOp().atZone(Klok.ZONE);
      perDag
          .computeIfAbsent(op.toLocalDate(), dag -> new ArrayList<>())
          .add(
              new SignalenPagina.Regel(
                  TIJD.format(op), merk(m), new Link(m.kop(), m.pad()), m.visie().orElse(null), m.zin()));
    }
    return perDag.entrySet().stream()
        .map(e -> new SignalenPagina.Dag(Taal.voluit(e.getKey()), e.getValue()))
        .toList();
  }

  private static boolean isNieuw(Melding m) {
    return !m.gelezen() && !m.gedaan();
  }

  private static Merk merk(Melding m) {
    if (m.gedaan()) {
      return Merk.goed("gedaan");
    }
    if (m.gelezen()) {
      return Merk.open("gelezen");
    }
    return m.dringend() ? Merk.laat("nieuw, dringend") : Merk.let("nieuw");
  }

  /** He has read what stood there. */
  @PostMapping(ADRES)
  String gelezen(@RequestParam(name = "signaal") List<UUID> gezien, Gebruiker wie) {
    signalen.gelezen(gezien, wie);
    schil.meldStraks("U bent bij; vanaf nu staat wat daarna komt als nieuw.");
    return "redirect:" + ADRES;
  }

  @PostMapping(ADRES + "/voorkeuren")
  ModelAndView voorkeuren(@RequestParam Map<String, String> invoer, Gebruiker wie) {
    String mail = Invulling.tekst(invoer, "mail");
    try {
      signalen.wijzig(
          new Wens(
              Optional.of(mail).filter(m -> !m.isEmpty()),
              invoer.containsKey("overzicht"),
              invoer.containsKey("dringend")),
          wie);
    } catch (SignaalFout fout) {
      return pagina(Invulling.geweigerd(VORM, invoer, fout), "", wie);
    }
    schil.meldStraks(
        mail.isEmpty()
            ? "U ontvangt geen e-mail; uw signalen leest u hier."
            : signalen.voorkeuren(wie).bevestigd()
                ? "Uw voorkeuren zijn opgeslagen."
                : "Uw voorkeuren zijn opgeslagen. Bevestig uw e-mailadres met de link in het bericht dat daarheen gaat.");
    return new ModelAndView("redirect:" + ADRES);
  }

  @PostMapping(ADRES + "/adres/opnieuw")
  ModelAndView opnieuw(Gebruiker wie) {
    try {
      signalen.vraagOpnieuw(wie);
    } catch (SignaalFout fout) {
      Voorkeuren v = signalen.voorkeuren(wie);
      return pagina(
          Invulling.geweigerd(
              VORM,
              Map.of(
                  "mail", v.wens().mail().orElse(""),
                  "overzicht", v.wens().overzicht() ? "ja" : "",
                  "dringend", v.wens().dringend() ? "ja" : ""),
              fout),
          "",
          wie);
    }
    schil.meldStraks("Het bericht om uw e-mailadres te bevestigen gaat opnieuw weg.");
    return new ModelAndView("redirect:" + ADRES);
  }

  /** Opened from a mail, also by who is not signed in. Opening confirms nothing: mail scanners do. */
  @GetMapping(Signalen.BEVESTIG_PAD + "/{sleutel}")
  ModelAndView bevestigen(@PathVariable String sleutel) {
    return signalen
        .teBevestigen(sleutel)
        .map(b -> adres(sleutel, b, false, HttpStatus.OK))
        .orElseGet(() -> adres(sleutel, null, false, HttpStatus.NOT_FOUND));
  }

  @PostMapping(Signalen.BEVESTIG_PAD + "/{sleutel}")
  ModelAndView bevestig(@PathVariable String sleutel) {
    try {
      return adres(sleutel, signalen.bevestig(sleutel), true, HttpStatus.OK);
    } catch (SignaalFout fout) {
      return adres(sleutel, null, false, HttpStatus.NOT_FOUND);
    }
  }

  private static ModelAndView adres(
      String sleutel, Signalen.Bevestiging wat, boolean gedaan, HttpStatus status) {
    return new ModelAndView("mailadres", status)
        .addObject("url", Signalen.BEVESTIG_PAD + "/" + sleutel)
        .addObject("wat", wat)
        .addObject("gedaan", gedaan);
  }
}
