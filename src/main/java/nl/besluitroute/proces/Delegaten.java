package nl.besluitroute.proces;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Behandelingen;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Besluiten;
import nl.besluitroute.besluitvorming.Besluitronde;
import nl.besluitroute.besluitvorming.Conclusie;
import nl.besluitroute.besluitvorming.Informeringen;
import nl.besluitroute.besluitvorming.Standen;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.participatie.Participatie;
import nl.besluitroute.stuk.Versies;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.StapId;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Termijnbeleid.Werktermijn;
import nl.besluitroute.visie.Visies;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service tasks of our models, by the name under which a model calls them. Each reads keys,
 * calls one use case and writes the fact that the next gateway compares; no rule lives here.
 */
@Configuration(proxyBeanMethods = false)
class Delegaten {

  /** The only beans that expressions in models can reach. */
  static final class Register extends AbstractMap<Object, Object> {
    private final ApplicationContext context;
    private final Set<String> namen;

    Register(ApplicationContext context) {
      this.context = context;
      this.namen =
          Arrays.stream(Delegaten.class.getDeclaredMethods())
              .filter(m -> m.isAnnotationPresent(Bean.class))
              .map(java.lang.reflect.Method::getName)
              .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean containsKey(Object sleutel) {
      return namen.contains(sleutel);
    }

    @Override
    public Object get(Object sleutel) {
      return containsKey(sleutel) ? context.getBean((String) sleutel, JavaDelegate.class) : null;
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
      return namen.stream()
          .map(naam -> new SimpleImmutableEntry<Object, Object>(naam, get(naam)))
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  // -- blocks begin --------------------------------------------------------------------------

  @Bean
  JavaDelegate stapBeginnen(
      Stappen stappen, Behandelingen behandelingen, Visies visies, Routes routes) {
    return e -> {
      StapId id = aanroependeStap(e);
      boolean verder = stappen.gaatVerder(id);
      Stap stap = stappen.begin(id);
      e.setProcessBusinessKey(id.visie());
      e.setVariable(Sleutels.STAP, stap.id());
      if (stap.soort() == Stap.Soort.OVERLEG) {
        if (verder) {
          behandelingen.gaVerder(stap);
        } else {
          behandelingen.begin(stap);
        }
      } else if (stap.soort() == Stap.Soort.TWEEDE_RONDE) {
        e.setVariable(Sleutels.WIE_BESLUIT, wieBesluit(visies, routes, id));
        e.setVariable(Sleutels.RONDE, String.valueOf(visies.laatsteBesluitronde(id.visie()) + 1));
      }
    };
  }

  @Bean
  JavaDelegate lokaalBeginnen(
      Stappen stappen, Besluitronde besluitronde, Visies visies, Routes routes) {
    return e -> {
      // Called from a second decision round it works for that block's step, else for its own.
      String boven = (String) e.getSuperExecution().getVariable(Sleutels.STAP);
      StapId id = boven == null ? aanroependeStap(e) : StapId.lees(boven);
      // Who joins or leaves at this moment does so before or after, not in between.
      visies.vergrendel(id.visie());
      List<String> gemeenten = null;
      if (boven == null && stappen.gaatVerder(id)) {
        stappen.begin(id);
        gemeenten = hervat(e, stappen, id);
        e.setVariable(Sleutels.WIE_BESLUIT, wieBesluit(visies, routes, id));
      } else if (boven == null) {
        // A way back to this block is a further round: who already adopted this text keeps that.
        int passage = stappen.begin(id).doorloop();
        int nummer = passage == 1 ? 1 : visies.laatsteBesluitronde(id.visie()) + 1;
        e.setVariable(Sleutels.RONDE, String.valueOf(nummer));
        e.setVariable(Sleutels.WIE_BESLUIT, wieBesluit(visies, routes, id));
      }
      e.setProcessBusinessKey(id.visie());
      e.setVariable(Sleutels.STAP, id.toString());
      int ronde = Integer.parseInt((String) e.getVariable(Sleutels.RONDE));
      zetGemeenten(e, gemeenten == null ? besluitronde.gemeenten(id.visie(), ronde) : gemeenten);
    };
  }

  @Bean
  JavaDelegate informerenBeginnen(Stappen stappen, Visies visies) {
    return e -> {
      StapId id = aanroependeStap(e);
      visies.vergrendel(id.visie());
      boolean verder = stappen.gaatVerder(id);
      stappen.begin(id);
      e.setProcessBusinessKey(id.visie());
      e.setVariable(Sleutels.BLOKSTAP, id.toString());
      zetGemeenten(e, verder ? hervat(e, stappen, id) : visies.deelnemers(id.visie()));
    };
  }

  /** The municipalities that a block goes on with, and the round in which it does. */
  private static List<String> hervat(DelegateExecution e, Stappen stappen, StapId id) {
    List<Stappen.LokaalWerk> werk = stappen.hervat(id);
    e.setVariable(
        Sleutels.RONDE, String.valueOf(werk.stream().mapToInt(Stappen.LokaalWerk::ronde).findFirst().orElse(1)));
    return werk.stream().map(Stappen.LokaalWerk::gemeente).toList();
  }

  @Bean
  JavaDelegate informerenGemeenteBeginnen(Stappen stappen) {
    return e -> {
      StapId blok = StapId.lees((String) e.getVariable(Sleutels.BLOKSTAP));
      String gemeente = (String) e.getVariable(Sleutels.GEMEENTE);
      Stap stap = stappen.beginLokaal(blok, gemeente, Stap.Soort.RAAD_INFORMEREN, 1);
      e.setVariableLocal(Sleutels.STAP, stap.id());
    };
  }

  @Bean
  JavaDelegate gemeenteBeginnen(Stappen stappen) {
    return e -> {
      StapId blok = StapId.lees((String) e.getVariable(Sleutels.BLOKSTAP));
      String gemeente = (String) e.getVariable(Sleutels.GEMEENTE);
      int ronde = Integer.parseInt((String) e.getVariable(Sleutels.RONDE));
      if (stappen.passeerCollege(blok, gemeente, ronde)) {
        e.setVariable(
            Sleutels.STAP, StapId.van(blok.visie(), blok.element(), gemeente, Stap.Soort.COLLEGE, ronde).toString());
      } else {
        beginLokaal(e, stappen, Stap.Soort.COLLEGE);
      }
    };
  }

  @Bean
  JavaDelegate raadBeginnen(Stappen stappen) {
    return e -> beginLokaal(e, stappen, Stap.Soort.RAAD);
  }

  private static void beginLokaal(DelegateExecution e, Stappen stappen, Stap.Soort soort) {
    StapId blok = StapId.lees((String) e.getVariable(Sleutels.BLOKSTAP));
    String gemeente = (String) e.getVariable(Sleutels.GEMEENTE);
    int ronde = Integer.parseInt((String) e.getVariable(Sleutels.RONDE));
    e.setVariable(Sleutels.STAP, stappen.beginLokaal(blok, gemeente, soort, ronde).id());
  }

  // -- recording steps -----------------------------------------------------------------------

  @Bean
  JavaDelegate versieVastleggen(
      Versies versies, Visies visies, Stappen stappen, Standen standen) {
    return e -> {
      Invoer in = invoer();
      // Versions of one text come one after the other, also from two branches at the same moment.
      visies.vergrendel(visie(e));
      versies.legVast(
          visie(e),
          in.tekst("nummer"),
          in.datum("datum"),
          in.tekst("toelichting"),
          in.lijst("onderdelen").stream()
              .map(o -> new Versies.Aanlevering(o.tekst("naam"), o.tekst("kenmerk"), o.tekst("tekst")))
              .toList(),
          wie().weergave());
      if (visies.stap(stap(e)).soort() == Stap.Soort.TEKST) {
        stappen.gebeurdeOp(stap(e), in.datum("datum"));
      }
      standen.ververs(visie(e));
    };
  }

  @Bean
  JavaDelegate stukkenVerzenden(Behandelingen behandelingen) {
    return e -> {
      Invoer in = invoer();
      behandelingen.verzonden(
          stap(e), in.tekst("versie"), in.datum("verzonden_op"), in.tekst("toelichting"), wie());
    };
  }

  @Bean
  JavaDelegate conclusieVastleggen(Behandelingen behandelingen) {
    return e -> {
      Invoer in = invoer();
      Conclusie conclusie = Conclusie.van(in.tekst("conclusie"));
      Behandelingen.Vervolg vervolg =
          behandelingen.concludeer(
              stap(e),
              new Behandelingen.Verslag(
                  in.datum("datum"),
                  in.tekst("versie"),
                  conclusie,
                  in.tekst("reden"),
                  "nieuwe_versie".equals(in.tekst("vervolg")),
                  in.volgende("volgende_datum", in.datum("datum")),
                  in.lijst("voorbehouden").stream()
                      .map(v -> new Behandeling.Voorbehoud(v.tekst("gemeente"), v.tekst("tekst")))
                      .toList(),
                  in.lijst("opmerkingen").stream()
                      .map(o -> new Behandelingen.NieuweOpmerking(o.tekst("tekst"), o.tekst("eigenaar")))
                      .toList()),
              wie());
      e.setVariable(Sleutels.CONCLUSIE, conclusie.code());
      e.setVariable(Sleutels.VERVOLG, vervolg.name().toLowerCase(Locale.ROOT));
    };
  }

  @Bean
  JavaDelegate participatieVastleggen(Participatie participatie, Klok klok) {
    return e -> {
      Invoer in = invoer();
      participatie.legVast(
          stap(e),
          new Participatie.Melding(
              in.tekst("groep"),
              in.geschreven("datum", klok.vandaag()),
              in.getal("deelnemers"),
              in.tekst("uitkomst"),
              in.tekst("verwerking")),
          wie());
      e.setVariable(Sleutels.MEER, in.tekst("meer"));
    };
  }

  @Bean
  JavaDelegate collegebesluitVastleggen(Besluiten besluiten) {
    return e -> {
      Besluit besluit = besluiten.legVast(stap(e), vastlegging(e), wie());
      String vervolg = "opnieuw_college";
      if (besluit.uitkomst().besluit()) {
        vervolg = "raad".equals(e.getVariable(Sleutels.WIE_BESLUIT)) ? "raad" : "afgerond";
      }
      e.setVariable(Sleutels.VERVOLG, vervolg);
    };
  }

  @Bean
  JavaDelegate raadsbesluitVastleggen(Besluiten besluiten, Stappen stappen) {
    return e -> {
      Besluit besluit = besluiten.legVast(stap(e), vastlegging(e), wie());
      e.setVariable(
          Sleutels.VERVOLG,
          switch (besluit.uitkomst()) {
            case TERUGVERWEZEN, INGETROKKEN -> {
              stappen.terug(stap(e));
              yield "terug_college";
            }
            case AANGEHOUDEN, VAN_DE_AGENDA_AFGEVOERD -> "opnieuw_raad";
            default -> "afgerond";
          });
    };
  }

  private static Besluiten.Vastlegging vastlegging(DelegateExecution e) {
    Invoer in = invoer();
    return new Besluiten.Vastlegging(
        in.datum("datum"),
        in.tekst("uitkomst"),
        in.tekst("versie"),
        in.tekst("dictum"),
        in.tekst("nummer"),
        in.tekst("amendement"),
        in.tekst("bron"),
        in.volgende("volgende_datum", in.datum("datum")));
  }

  @Bean
  JavaDelegate raadInformeren(Informeringen informeringen, Stappen stappen) {
    return e -> {
      Invoer in = invoer();
      informeringen.legVast(
          stap(e),
          new Informeringen.Brief(
              in.datum("datum"), in.tekst("kenmerk"), in.tekst("toelichting"), in.tekst("bron")),
          wie());
      stappen.rondAf(stap(e));
    };
  }

  @Bean
  JavaDelegate besluitrondeAfsluiten(Besluitronde ronde) {
    return e ->
        e.setVariable(
            Sleutels.STAND,
            ronde.sluitAf(stap(e), invoer().tekst("toelichting"), wie()).waarde().code());
  }

  @Bean
  JavaDelegate adviesTweedeRonde(Besluitronde ronde, Standen standen) {
    return e -> {
      Invoer in = invoer();
      Besluitronde.Advies advies =
          Besluitronde.Advies.valueOf(in.tekst("advies").toUpperCase(Locale.ROOT));
      ronde.adviseer(stap(e), advies, in.datum("datum"), in.tekst("toelichting"), wie());
      boolean opnieuw =
          advies == Besluitronde.Advies.OVERNEMEN || advies == Besluitronde.Advies.HEROVERWEGEN;
      e.setVariable(Sleutels.VERVOLG, opnieuw ? in.tekst("advies") : "afsluiten");
      e.setVariable(Sleutels.STAND, standen.van(visie(e)).waarde().code());
    };
  }

  // -- deadline watch ------------------------------------------------------------------------

  @Bean
  JavaDelegate termijnLezen(Visies visies, Taaktermijn termijnen, Klok klok) {
    return e -> {
      Werktermijn termijn =
          termijnen.van(visies.stap(stap(e)), (String) e.getVariable(Sleutels.TAAK)).orElse(null);
      if (termijn == null) {
        e.setVariable(Sleutels.TERMIJN, "geen");
        return;
      }
      e.setVariable(Sleutels.HERINNER_OP, termijn.herinnerOp().toString());
      e.setVariable(Sleutels.VERLOOPT_OP, termijn.verlooptOp().toString());
      e.setVariable(
          Sleutels.TERMIJN,
          klok.instant().isBefore(termijn.herinnerOp()) ? "bekend" : "voorbij_herinnering");
    };
  }

  @Bean
  JavaDelegate herinneringVastleggen(Agenda agenda) {
    return e ->
        agenda.zetWacht(stap(e), (String) e.getVariable(Sleutels.TAAK), AgendaTaak.Wacht.HERINNERD);
  }

  @Bean
  JavaDelegate teLaatVastleggen(Agenda agenda, Journaal journaal, Visies visies) {
    return e ->
        agenda
            .zetWacht(stap(e), (String) e.getVariable(Sleutels.TAAK), AgendaTaak.Wacht.TE_LAAT)
            .ifPresent(
                taak ->
                    journaal.noteer(
                        Notitie.van(
                                "systeem",
                                "termijn_verlopen",
                                visies.stap(taak.stap()).naam() + ": '" + taak.naam() + "' is te laat.")
                            .bijVisie(taak.visie())
                            .bijStap(taak.stap())
                            .bijGemeente(taak.gemeente().orElse(null))));
  }

  // ------------------------------------------------------------------------------------------

  /** The step of the element in the route that called this block. */
  private static StapId aanroependeStap(DelegateExecution e) {
    return StapId.van(visie(e), e.getSuperExecution().getCurrentActivityId());
  }

  private static String wieBesluit(Visies visies, Routes routes, StapId id) {
    Regiovisie visie = visies.visie(id.visie());
    RouteModel.Blok blok = routes.versie(visie.routeVersie()).model().blok(id.element());
    return blok.wieBesluit().orElse("raad");
  }

  /** Transient: the multi-instance reads it in this transaction, and the engine keeps no list. */
  private static void zetGemeenten(DelegateExecution e, List<String> gemeenten) {
    e.setVariable(Sleutels.GEMEENTEN, Variables.untypedValue(List.copyOf(gemeenten), true));
  }

  private static String visie(DelegateExecution e) {
    return (String) e.getVariable(Sleutels.VISIE);
  }

  private static String stap(DelegateExecution e) {
    return (String) e.getVariable(Sleutels.STAP);
  }

  private static Gebruiker wie() {
    return Opdracht.huidig().wie();
  }

  private static Invoer invoer() {
    return Opdracht.huidig().invoer();
  }
}
