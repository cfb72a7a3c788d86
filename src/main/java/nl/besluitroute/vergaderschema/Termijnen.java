package nl.besluitroute.vergaderschema;

import java.time.LocalTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Termijn;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of bodies: one's own, else that of its kind, else the default of {@link Termijnsoort}.
 * Those of a body are set by who plans for it, those of a kind by the beheerder. Refusals as in
 * {@link Vergaderschema}. Each change is told to every {@link BijTermijn} in its transaction.
 */
@Service
@Transactional(readOnly = true)
public class Termijnen {
  private final TermijnregelOpslag opslag;
  private final Schemarecht recht;
  private final Toegang toegang;
  private final Journaal journaal;
  private final ObjectProvider<BijTermijn> luisteraars;

  Termijnen(
      TermijnregelOpslag opslag,
      Schemarecht recht,
      Toegang toegang,
      Journaal journaal,
      ObjectProvider<BijTermijn> luisteraars) {
    this.opslag = opslag;
    this.recht = recht;
    this.toegang = toegang;
    this.journaal = journaal;
    this.luisteraars = luisteraars;
  }

  /** Who gave a term. */
  public enum Herkomst {
    /** Who plans for the body. */
    ORGAAN,
    /** The beheerder, for all bodies of the kind. */
    SOORT,
    /** Nobody: it is the default. */
    STANDAARD
  }

  /** A term that holds, and where it comes from. */
  public record Geldend(Termijn termijn, Herkomst herkomst) {

    /** Whether the body has its own, and not that of its kind. */
    public boolean eigen() {
      return herkomst == Herkomst.ORGAAN;
    }

    /** Whether somebody set it. */
    public boolean gezet() {
      return herkomst != Herkomst.STANDAARD;
    }
  }

  /** The terms of a body, each kind of term that such a body has once. */
  public Map<Termijnsoort, Geldend> van(Orgaan orgaan) {
    return van(List.of(orgaan)).get(orgaan.id());
  }

  /** As {@link #van(Orgaan)} for many bodies, by body id, in one query. */
  public Map<String, Map<Termijnsoort, Geldend>> van(Collection<Orgaan> organen) {
    return van(organen.stream().collect(Collectors.toMap(Orgaan::id, Orgaan::soort, (een, ander) -> een)));
  }

  /** The same for bodies of which the kind is known, by id. */
  public Map<String, Map<Termijnsoort, Geldend>> van(Map<String, Orgaansoort> organen) {
    Map<String, Map<Termijnsoort, Geldend>> alle = new HashMap<>();
    if (organen.isEmpty()) {
      return alle;
    }
    List<Termijnregel> regels = opslag.vanSoortenEn(organen.keySet().toArray(String[]::new));
    organen.forEach((id, soort) -> alle.put(id, vanSoort(soort, regels)));
    regels.stream()
        .filter(r -> r.orgaan() != null)
        .forEach(r -> alle.get(r.orgaan()).put(r.soort(), new Geldend(r.termijn(), Herkomst.ORGAAN)));
    return alle;
  }

  /** The terms of bodies of a kind that have none of their own. */
  public Map<Termijnsoort, Termijn> vanSoort(Orgaansoort soort) {
    Map<Termijnsoort, Termijn> termijnen = new EnumMap<>(Termijnsoort.class);
    vanSoort(soort, opslag.findByOrgaanIsNull()).forEach((s, geldend) -> termijnen.put(s, geldend.termijn()));
    return termijnen;
  }

  private static Map<Termijnsoort, Geldend> vanSoort(Orgaansoort orgaan, List<Termijnregel> regels) {
    Map<Termijnsoort, Geldend> termijnen = new EnumMap<>(Termijnsoort.class);
    for (Termijnsoort soort : Termijnsoort.van(orgaan)) {
      termijnen.put(soort, new Geldend(soort.standaard(orgaan), Herkomst.STANDAARD));
    }
    regels.stream()
        .filter(r -> r.orgaansoort() == orgaan)
        .forEach(r -> termijnen.put(r.soort(), new Geldend(r.termijn(), Herkomst.SOORT)));
    return termijnen;
  }

  /** Makes a term of what was entered; {@code tijdstip} null for the whole last day. */
  public static Termijn termijn(int aantal, Termijn.Eenheid eenheid, LocalTime tijdstip) {
    SchemaFout.eis(eenheid != null, "eenheid", "Kies werkdagen of kalenderdagen.");
    try {
      return new Termijn(aantal, eenheid, tijdstip);
    } catch (IllegalArgumentException e) {
      throw new SchemaFout("aantal", e.getMessage());
    }
  }

  @Transactional
  public void zet(String orgaanId, Termijnsoort soort, Termijn termijn, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    eisSoort(soort, orgaan.soort());
    eisTermijn(soort, termijn);
    opslag
        .findByOrgaanAndSoort(orgaanId, soort)
        .ifPresentOrElse(
            r -> r.zet(termijn), () -> opslag.save(new Termijnregel(orgaanId, null, soort, termijn)));
    noteer(orgaan.naam(), orgaan.gemeente(), soort, termijn.toString(), wie);
    vertel(TermijnVeranderd.van(orgaan, soort), wie);
  }

  /** The body goes back to the term of its kind. */
  @Transactional
  public void wis(String orgaanId, Termijnsoort soort, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    eisSoort(soort, orgaan.soort());
    Optional<Termijnregel> regel = opslag.findByOrgaanAndSoort(orgaanId, soort);
    if (regel.isPresent()) {
      opslag.delete(regel.get());
      noteer(orgaan.naam(), orgaan.gemeente(), soort, "weer die van de soort", wie);
      vertel(TermijnVeranderd.van(orgaan, soort), wie);
    }
  }

  @Transactional
  public void zet(Orgaansoort orgaan, Termijnsoort soort, Termijn termijn, Gebruiker wie) {
    toegang.eisBeheren(wie);
    SchemaFout.eis(orgaan != null, "orgaansoort", "Kies de soort.");
    eisSoort(soort, orgaan);
    eisTermijn(soort, termijn);
    opslag
        .findByOrgaansoortAndSoort(orgaan, soort)
        .ifPresentOrElse(
            r -> r.zet(termijn), () -> opslag.save(new Termijnregel(null, orgaan, soort, termijn)));
    noteer("Elk orgaan van de soort " + orgaan.naam(), Optional.empty(), soort, termijn.toString(), wie);
    vertel(TermijnVeranderd.van(orgaan, soort), wie);
  }

  private void vertel(TermijnVeranderd verandering, Gebruiker wie) {
    opslag.flush();
    luisteraars.orderedStream().forEach(l -> l.termijnVeranderd(verandering, wie));
  }

  /** The bodies of a kind go back to the default, and steps to the terms of their routes. */
  @Transactional
  public void wis(Orgaansoort orgaan, Termijnsoort soort, Gebruiker wie) {
    toegang.eisBeheren(wie);
    SchemaFout.eis(orgaan != null, "orgaansoort", "Kies de soort.");
    eisSoort(soort, orgaan);
    Optional<Termijnregel> regel = opslag.findByOrgaansoortAndSoort(orgaan, soort);
    if (regel.isPresent()) {
      opslag.delete(regel.get());
      noteer("Elk orgaan van de soort " + orgaan.naam(), Optional.empty(), soort, "weer de standaard", wie);
      vertel(TermijnVeranderd.van(orgaan, soort), wie);
    }
  }

  private static void eisTermijn(Termijnsoort soort, Termijn termijn) {
    SchemaFout.eis(
        soort != Termijnsoort.PARAFEREN || termijn.eenheid() == Termijn.Eenheid.WERKDAGEN,
        "eenheid",
        "Parafering telt in werkdagen.");
    SchemaFout.eis(
        soort != Termijnsoort.PARAFEREN || termijn.tot().isEmpty(),
        "tijdstip",
        "Parafering telt in hele werkdagen. Laat het tijdstip leeg.");
    SchemaFout.eis(
        termijn.tot().filter(LocalTime.MIDNIGHT::equals).isEmpty(),
        "tijdstip",
        "Van 00:00 uur is niet te zien of de dag zelf meetelt. Laat het tijdstip leeg als de hele dag op tijd is.");
  }

  private static void eisSoort(Termijnsoort soort, Orgaansoort orgaan) {
    SchemaFout.eis(soort != null, "soort", "Kies welke termijn dit is.");
    SchemaFout.eis(
        soort.geldtVoor(orgaan),
        "soort",
        soort == Termijnsoort.PARAFEREN
            ? "Parafering gaat alleen vooraf aan een college."
            : "Een " + orgaan.naam().toLowerCase() + " heeft deze termijn niet.");
  }

  private void noteer(
      String waar, Optional<String> gemeente, Termijnsoort soort, String wordt, Gebruiker wie) {
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "termijn_gewijzigd",
                waar + ": de termijn voor " + soort.naam().toLowerCase() + " is nu " + wordt + ".")
            .bijGemeente(gemeente.orElse(null)));
  }
}
