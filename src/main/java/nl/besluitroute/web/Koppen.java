package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Volglijst;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import org.springframework.stereotype.Component;

/** Makes what every page of a vision shows above its tabs. */
@Component
class Koppen {

  /** The tabs, by the end of their address. */
  enum Tabblad {
    BEHANDELING("Behandeling", ""),
    PLANNING("Planning", "/planning"),
    GEMEENTEN("Gemeenten", "/gemeenten"),
    OPMERKINGEN("Opmerkingen", "/opmerkingen"),
    DIAGRAM("Diagram", "/diagram"),
    GESCHIEDENIS("Geschiedenis", "/geschiedenis");

    private final String tekst;
    private final String pad;

    Tabblad(String tekst, String pad) {
      this.tekst = tekst;
      this.pad = pad;
    }
  }

  private final Toegang toegang;
  private final Volglijst volglijst;

  Koppen(Toegang toegang, Volglijst volglijst) {
    this.toegang = toegang;
    this.volglijst = volglijst;
  }

  boolean mag(Dossier d, AgendaTaak taak, Gebruiker wie) {
    return mag(d, taak.stap(), wie);
  }

  /** Whether the user records at this step. */
  boolean mag(Dossier d, String stap, Gebruiker wie) {
    return toegang.magVastleggen(wie, d.stap(stap).orElseThrow().plek(d.visie().regios()));
  }

  boolean isSecretaris(Dossier d, Gebruiker wie) {
    return toegang.isSecretaris(wie, d.visie().regios());
  }

  /** Refuses whoever is no secretary of a region of this vision. */
  void eisSecretaris(Dossier d, Gebruiker wie) {
    toegang.eisSecretaris(wie, d.visie().regios());
  }

  VisieKop kop(Dossier d, Tabblad hier, Gebruiker wie) {
    Regiovisie visie = d.visie();
    return new VisieKop(
        List.of(new Link("Visies", "/visies"), Link.zonder(visie.titel())),
        (d.regios().size() == 1 ? "Regio " : "Regio's ") + Taal.opsomming(d.regios()),
        visie.titel(),
        visie.gevraagdBesluit(),
        opgeschort(d, wie),
        visie.opgeschortOp().isPresent() ? null : eerst(d, wie),
        new VisieKop.Volg(d.url() + "/volgen", volglijst.volgt(visie.id(), wie)),
        "Stand besluitvorming: " + d.stand().waarde().naam(),
        stand(d),
        redenen(d),
        feiten(d),
        new Routekaart(d).route(),
        tabs(d, hier));
  }

  private VisieKop.Opgeschort opgeschort(Dossier d, Gebruiker wie) {
    String zin = opgeschort(d.visie());
    boolean hervat = isSecretaris(d, wie);
    return zin == null
        ? null
        : new VisieKop.Opgeschort(
            zin, hervat ? null : wieHervat(d.regios()), hervat ? d.url() + "/hervatten" : null);
  }

  /** Since when a vision is suspended, and why; null when it is not. */
  static String opgeschort(Regiovisie visie) {
    return visie
        .opgeschortOp()
        .map(
            op ->
                "Opgeschort sinds "
                    + Taal.voluitZonderDag(op.atZone(Klok.ZONE).toLocalDate())
                    + ": "
                    + visie.opgeschortReden().orElseThrow())
        .orElse(null);
  }

  /** @param regios names */
  static String wieHervat(List<String> regios) {
    return "De ambtelijk secretaris van "
        + (regios.size() == 1 ? "de regio " : "een van de regio's ")
        + Taal.opsomming(regios)
        + " kan haar hervatten.";
  }

  private Link eerst(Dossier d, Gebruiker wie) {
    return d.taken().stream()
        .filter(taak -> mag(d, taak, wie))
        .findFirst()
        .map(taak -> new Link(taak.naam() + bijWie(d, taak), "/taken/" + taak.taak()))
        .orElse(null);
  }

  private static String bijWie(Dossier d, AgendaTaak taak) {
    String waar =
        taak.gemeente()
            .map(g -> d.gemeenten().get(g))
            .or(() -> taak.orgaan().map(d.organen()::get))
            .orElse(null);
    return waar == null ? "" : ": " + (taak.gemeente().isPresent() ? waar : Taal.metKleineLetter(waar));
  }

  private static Zin stand(Dossier d) {
    String[] delen = d.stand().zin().split("; ", 2);
    Zin zin = Zin.metVet(delen[0]);
    if (delen.length > 1) {
      zin = zin.tekst("; " + delen[1]);
    }
    Optional<java.time.LocalDate> vastOp = d.stand().vastOp();
    if (vastOp.isPresent()) {
      return zin.tekst("; vast sinds ").vet(Taal.voluitZonderDag(vastOp.get())).tekst(".");
    }
    if (d.visie().afgerondOp().isPresent()) {
      return zin.tekst("; de route is doorlopen.");
    }
    List<String> nu = waarNu(d.route());
    if (nu.isEmpty()) {
      return zin.tekst(".");
    }
    zin = zin.tekst(". Nu: ").vet(nu.get(0));
    return nu.size() == 1
        ? zin.tekst(".")
        : zin.tekst("; daarnaast ").vet(Taal.opsomming(nu.subList(1, nu.size()), 2)).tekst(".");
  }

  /** The names of the steps that are under way, in the order of the route. */
  static List<String> waarNu(List<Stap> route) {
    return route.stream()
        .filter(stap -> stap.toestand() == Stap.Toestand.LOOPT)
        .map(stap -> Taal.metKleineLetter(stap.naam()))
        .toList();
  }

  /** Why the stand is not simply what the numbers say. */
  static List<String> redenen(Dossier d) {
    List<String> redenen = new ArrayList<>();
    redenen.add("Regel: " + d.visie().regel().omschrijving() + ".");
    d.stand().gemeenten().stream()
        .filter(g -> g.weging() != Stand.Weging.OPEN && g.weging() != Stand.Weging.VASTGESTELD)
        .limit(3)
        .forEach(g -> redenen.add(d.gemeenten().get(g.gemeente()) + ": " + Taal.metKleineLetter(g.reden())));
    long meer =
        d.stand().gemeenten().stream()
                .filter(g -> g.weging() != Stand.Weging.OPEN && g.weging() != Stand.Weging.VASTGESTELD)
                .count()
            - 3;
    if (meer > 0) {
      redenen.add("En " + Taal.aantal(meer, "andere gemeente telt", "andere gemeenten tellen") + " niet mee.");
    }
    return redenen;
  }

  private static List<Feit> feiten(Dossier d) {
    Regiovisie visie = d.visie();
    List<Feit> feiten = new ArrayList<>();
    feiten.add(
        d.nieuwste()
            .map(
                v ->
                    Feit.van("Versie", v.nummer())
                        .met(Taal.kort(v.datum()) + ", kenmerk " + v.kenmerk().kort())
                        .merk(v.merk().map(Merk::van).orElse(null)))
            .orElseGet(() -> Feit.van("Versie", "nog geen")));
    int aantal = d.stand().gemeenten().size();
    boolean raad = visie.regel().beslist() == Orgaansoort.RAAD;
    feiten.add(
        Feit.van(
            "Wie stelt vast",
            raad ? Taal.aantal(aantal, "raad", "raden") : Taal.aantal(aantal, "college", "colleges")));
    feiten.add(Feit.van("Looptijd", visie.looptijdVan() + "–" + visie.looptijdTot()));
    long open = d.opmerkingen().stream().filter(Opmerking::open).count();
    if (!d.opmerkingen().isEmpty()) {
      feiten.add(
          Feit.van("Open opmerkingen", open + " van " + d.opmerkingen().size())
              .naar(d.url() + "/opmerkingen"));
    }
    long laat = d.taken().stream().filter(AgendaTaak::teLaat).count();
    if (laat > 0) {
      feiten.add(Feit.van("Te laat", Taal.aantal(laat, "taak", "taken")));
    }
    vertrouwelijk(d).ifPresent(feiten::add);
    return feiten;
  }

  /** That something is kept back is no secret. */
  private static Optional<Feit> vertrouwelijk(Dossier d) {
    if (d.zicht().merken().isEmpty()) {
      return Optional.empty();
    }
    String waarde =
        d.zicht().merkVanVisie().map(m -> "de hele visie, " + m.niveau().naam())
            .orElseGet(() -> Taal.aantal(d.zicht().merken().size(), "deel", "delen"));
    return Optional.of(Feit.van("Niet openbaar", waarde).naar(d.url() + "/vertrouwelijk#onderdeel"));
  }

  private static List<VisieKop.Tab> tabs(Dossier d, Tabblad hier) {
    long open = d.opmerkingen().stream().filter(Opmerking::open).count();
    List<VisieKop.Tab> tabs = new ArrayList<>();
    for (Tabblad blad : Tabblad.values()) {
      String teller =
          switch (blad) {
            case GEMEENTEN -> String.valueOf(d.stand().gemeenten().size());
            case OPMERKINGEN -> open > 0 ? open + " open" : null;
            default -> null;
          };
      tabs.add(new VisieKop.Tab(blad.tekst, d.url() + blad.pad, teller, blad == hier));
    }
    return tabs;
  }
}
