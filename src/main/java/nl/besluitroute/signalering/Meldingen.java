package nl.besluitroute.signalering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.Agenda;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import nl.besluitroute.visie.Zicht;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts signals into words for one reader, by what he may see at this moment: what is not his work or
 * not his to read (any more) is left out. A mail can be read by others on its way, so of what is
 * vertrouwelijk or geheim it says only that there is something, also to who may see more on the page.
 */
@Component
@Transactional(readOnly = true)
class Meldingen {
  /** Of a contact of a body, who has no account. */
  private static final Gebruiker NIEMAND = new Gebruiker("", "", List.of());

  private static final DateTimeFormatter KORT =
      DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag("nl-NL"));

  private final Visies visies;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Agenda agenda;
  private final Toegang toegang;

  Meldingen(
      Visies visies, Vertrouwelijkheden vertrouwelijkheden, Agenda agenda, Toegang toegang) {
    this.visies = visies;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.agenda = agenda;
    this.toegang = toegang;
  }

  /** On his own page, also what is done meanwhile. */
  List<Melding> opPagina(List<Signaal> signalen, Gebruiker wie) {
    return maak(signalen, wie, false);
  }

  /** In a mail; what tells of work that is done meanwhile is left out. */
  List<Melding> perMail(List<Signaal> signalen, Gebruiker wie) {
    return maak(signalen, wie, true);
  }

  /** In a mail to the contact of a body: nothing of a vision that is marked. */
  List<Melding> perMail(List<Signaal> signalen) {
    return maak(signalen, NIEMAND, true);
  }

  private List<Melding> maak(List<Signaal> signalen, Gebruiker wie, boolean perMail) {
    if (signalen.isEmpty()) {
      return List.of();
    }
    Map<String, Regiovisie> bijVisie = visies.visies(uniek(signalen, s -> s.visie));
    Map<String, Stap> stappen =
        visies.stappen(uniek(signalen, s -> s.stap)).stream()
            .collect(Collectors.toMap(Stap::id, Function.identity()));
    Map<String, Zicht> zicht = vertrouwelijkheden.zicht(bijVisie.values(), wie);
    Set<String> leesbaar =
        wie == NIEMAND
            ? bijVisie.keySet().stream()
                .filter(v -> zicht.get(v).merkVanVisie().isEmpty())
                .collect(Collectors.toSet())
            : visies.leesbaar(bijVisie.keySet(), wie);
    Set<String> open =
        agenda
            .vind(signalen.stream().filter(s -> s.taak != null).map(s -> s.taak).distinct().toList())
            .keySet();
    return signalen.stream()
        .filter(s -> leesbaar.contains(s.visie))
        .filter(
            s ->
                wie == NIEMAND
                    || toegang.magVastleggen(
                        wie, stappen.get(s.stap).plek(bijVisie.get(s.visie).regios())))
        .filter(s -> !perMail || !s.soort.vanWerk() || open.contains(s.taak))
        .map(
            s ->
                melding(
                    s,
                    bijVisie.get(s.visie),
                    stappen.get(s.stap),
                    zicht.get(s.visie),
                    perMail,
                    open.contains(s.taak)))
        .toList();
  }

  private static Set<String> uniek(Collection<Signaal> signalen, Function<Signaal, String> wat) {
    return signalen.stream().map(wat).collect(Collectors.toSet());
  }

  private static Melding melding(
      Signaal s, Regiovisie visie, Stap stap, Zicht zicht, boolean perMail, boolean open) {
    boolean zonderTitel = perMail && zicht.merkVanVisie().isPresent();
    boolean kaal =
        zonderTitel
            || !zicht.stap(stap.id())
            || (perMail && zicht.merkVanStap(stap.id()).isPresent());
    String kop = kop(s);
    String zin = zin(s, stap);
    if (kaal) {
      kop = zonderTitel ? "Signaal over een vertrouwelijk stuk" : "Signaal over " + stap.naam();
      zin = perMail ? "Meld u aan om het te lezen." : "";
    }
    String pad = "/visies/" + s.visie + (s.soort.vanWerk() ? "" : "/planning");
    if (zonderTitel) {
      pad = "/signalen";
    } else if (open) {
      pad = "/taken/" + s.taak;
    }
    return new Melding(
        s.id,
        s.soort,
        s.dringend,
        s.gemaaktOp,
        s.gelezenOp != null,
        s.soort.vanWerk() && !open,
        kop,
        zin,
        zonderTitel ? Optional.empty() : Optional.of(visie.titel()),
        pad);
  }

  private static String kop(Signaal s) {
    return switch (s.soort) {
      case HERINNERING -> s.uiterlijk == null ? s.wat : "Uiterlijk " + KORT.format(s.uiterlijk) + ": " + s.wat;
      case TE_LAAT -> "Te laat: " + s.wat + haakjes(s.uiterlijk);
      case NIEUW_WERK -> "U bent aan zet: " + s.wat + haakjes(s.uiterlijk);
      case TOEGEWEZEN -> "Aan u toegewezen: " + s.wat + haakjes(s.uiterlijk);
      case VERGADERING_VERPLAATST -> "Vergadering verplaatst: " + s.wat + " naar " + s.wordt;
      case VERGADERING_VERVALLEN -> "Vergadering vervallen: " + s.wat + (s.was == null ? "" : " van " + s.was);
      case AANGEHOUDEN -> "Aangehouden: " + s.wat + (s.wordt == null ? "" : ", opnieuw op " + s.wordt);
      case DATUM_GEWIJZIGD ->
          s.wordt == null ? "Geen datum meer: " + s.wat : "Andere datum: " + s.wat + " op " + s.wordt;
    };
  }

  private static String haakjes(LocalDate uiterlijk) {
    return uiterlijk == null ? "" : " (uiterlijk " + KORT.format(uiterlijk) + ")";
  }

  private static String zin(Signaal s, Stap stap) {
    String wat =
        switch (s.soort) {
          case HERINNERING, TE_LAAT, NIEUW_WERK, TOEGEWEZEN -> waarvoor(stap);
          case VERGADERING_VERPLAATST, DATUM_GEWIJZIGD -> s.was == null ? "" : "Was " + s.was + ".";
          case VERGADERING_VERVALLEN ->
              s.wordt == null ? "Er is nog geen nieuwe datum." : "Het stuk komt nu op " + s.wordt + ".";
          case AANGEHOUDEN -> s.wordt == null ? "Er is nog geen nieuwe datum." : "";
        };
    return s.reden == null ? wat : (wat + " Reden: " + metPunt(s.reden)).strip();
  }

  private static String waarvoor(Stap stap) {
    return stap.gepland()
        .filter(GeschrevenDatum::isBekend)
        .map(d -> d.precies().map(dag -> " op " + Signaalschrijver.DAG.format(dag)).orElseGet(() -> " (" + d.tekst() + ")"))
        .map(wanneer -> "Voor " + stap.naam() + wanneer + ".")
        .orElseGet(() -> "Voor " + stap.naam() + ".");
  }

  private static String metPunt(String tekst) {
    return tekst.matches("(?s).*[.!?…]") ? tekst : tekst + ".";
  }
}
