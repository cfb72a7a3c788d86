package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.besluitvorming.Behandeling;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.participatie.Activiteit;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.web.BehandelingPagina.Signaal;

/** What a reader should notice on a vision: each signal follows from recorded facts alone. */
final class Opvallend {

  private static final int NAMEN = 3;

  private final Dossier d;
  private final List<Signaal> signalen = new ArrayList<>();

  private Opvallend(Dossier dossier) {
    this.d = dossier;
  }

  static List<Signaal> van(Dossier dossier) {
    var opvallend = new Opvallend(dossier);
    opvallend.teLaat();
    opvallend.andereTekst();
    opvallend.participatieNaBehandeling();
    opvallend.ouderVersie();
    opvallend.raadAlleenGeinformeerd();
    opvallend.zonderDatum();
    opvallend.gemeenteZonderDatum();
    opvallend.nietGepland();
    opvallend.verschoven();
    return opvallend.signalen;
  }

  private void signaal(Merk.Soort soort, String kop, String uitleg) {
    signalen.add(new Signaal(soort, kop, uitleg));
  }

  private void teLaat() {
    List<String> laat =
        d.taken().stream()
            .filter(AgendaTaak::teLaat)
            .map(
                t ->
                    Taal.metKleineLetter(t.naam())
                        + " ("
                        + t.gemeente().map(d.gemeenten()::get).orElseGet(() -> naam(t))
                        + ", uiterlijk "
                        + t.uiterlijk().map(Taal::kort).orElse("onbekend")
                        + ")")
            .toList();
    if (!laat.isEmpty()) {
      signaal(
          Merk.Soort.LAAT,
          Taal.aantal(laat.size(), "taak", "taken") + " te laat",
          Taal.metHoofdletter(Taal.opsomming(laat, NAMEN)) + ".");
    }
  }

  private String naam(AgendaTaak taak) {
    return d.stap(taak.stap()).map(d::overleg).orElse("");
  }

  private void andereTekst() {
    List<String> gemeenten =
        d.stand().gemeenten().stream()
            .filter(g -> g.weging() == Stand.Weging.ANDERE_TEKST)
            .map(
                g ->
                    d.gemeenten().get(g.gemeente())
                        + " op versie "
                        + g.besluit().flatMap(b -> b.versie()).orElse("onbekend"))
            .toList();
    if (!gemeenten.isEmpty()) {
      signaal(
          Merk.Soort.LET,
          "Besloten op een andere versie",
          Taal.opsomming(gemeenten, NAMEN)
              + "; versie "
              + d.nieuwste().map(v -> v.nummer()).orElse("onbekend")
              + " geldt. Zo'n besluit is geldig, maar telt niet mee.");
    }
  }

  /** Outcomes that came, or still come, after a later round of the text was already treated. */
  private void participatieNaBehandeling() {
    List<Stap> overleggen = d.route().stream().filter(s -> s.soort() == Stap.Soort.OVERLEG).toList();
    if (overleggen.isEmpty()) {
      return;
    }
    String laatsteRonde = overleggen.get(overleggen.size() - 1).ronde();
    Set<String> vanRonde = new LinkedHashSet<>();
    overleggen.stream().filter(s -> s.ronde().equals(laatsteRonde)).map(Stap::id).forEach(vanRonde::add);
    Optional<LocalDate> eersteBehandeling =
        d.behandelingen().stream()
            .filter(b -> vanRonde.contains(b.stap()))
            .flatMap(b -> b.datum().stream())
            .min(Comparator.naturalOrder());
    if (eersteBehandeling.isEmpty()) {
      return;
    }
    LocalDate behandeld = eersteBehandeling.get();
    String al = "; " + versieVan(laatsteRonde) + " is op " + Taal.kort(behandeld) + " al behandeld.";
    for (Stap stap : d.route()) {
      if (stap.soort() != Stap.Soort.PARTICIPATIE || stap.ronde().equals(laatsteRonde)) {
        continue;
      }
      List<Activiteit> later =
          d.activiteiten().stream()
              .filter(a -> a.stap().equals(stap.id()))
              .filter(a -> a.datum().isBekend() && a.datum().eerste().isAfter(behandeld))
              .toList();
      if (!later.isEmpty()) {
        signaal(
            Merk.Soort.LET,
            "Inbreng na de behandeling",
            later.get(0).groep() + ": " + Taal.geschreven(later.get(0).datum()) + al);
      } else if (stap.toestand() == Stap.Toestand.LOOPT) {
        signaal(Merk.Soort.LET, "Inbreng nog niet compleet", stap.naam() + " loopt nog" + al);
      }
    }
  }

  private static String versieVan(String ronde) {
    return ronde.equals("definitief") ? "de definitieve versie" : "de tekst van ronde " + ronde;
  }

  /** What lies with a body now and is older counts more than what it treated before. */
  private void ouderVersie() {
    String nieuwste = d.nieuwste().map(v -> v.nummer()).orElse(null);
    List<String> verzonden = new ArrayList<>();
    List<String> behandeld = new ArrayList<>();
    for (Stap stap : d.route()) {
      if (stap.soort() != Stap.Soort.OVERLEG || !stap.ronde().equals(d.ronde())) {
        continue;
      }
      d.behandelingen().stream()
          .filter(b -> b.stap().equals(stap.id()))
          .reduce((eerder, later) -> later)
          .filter(b -> behandeldeVersie(b).filter(v -> !v.equals(nieuwste)).isPresent())
          .ifPresent(
              b ->
                  (b.conclusie().isPresent() ? behandeld : verzonden)
                      .add(d.overleg(stap) + " (" + behandeldeVersie(b).orElseThrow() + ")"));
    }
    String intussen = "; intussen is er versie " + nieuwste + ".";
    if (!verzonden.isEmpty()) {
      signaal(
          Merk.Soort.LET, "Eerdere versie ligt voor", Taal.opsomming(verzonden, NAMEN) + intussen);
    }
    if (!behandeld.isEmpty()) {
      signaal(
          Merk.Soort.OPEN, "Eerdere versie behandeld", Taal.opsomming(behandeld, NAMEN) + intussen);
    }
  }

  private static Optional<String> behandeldeVersie(Behandeling b) {
    return b.behandeldeVersie().or(b::verzendversie);
  }

  private void raadAlleenGeinformeerd() {
    if (d.visie().regel().beslist() == Orgaansoort.COLLEGE) {
      signaal(
          Merk.Soort.LET,
          "Raad geïnformeerd, niet aan zet",
          "De colleges stellen vast. De Norm voor Opdrachtgeverschap (VNG, 2020) gaat uit van"
              + " vaststelling door de raden.");
    }
  }

  private void zonderDatum() {
    List<String> zonder =
        d.route().stream()
            .filter(Stap::isOpen)
            .filter(stap -> stap.gepland().filter(GeschrevenDatum::isBekend).isEmpty())
            .map(Stap::naam)
            .toList();
    if (!zonder.isEmpty() && d.visie().afgerondOp().isEmpty()) {
      signaal(
          Merk.Soort.LET,
          Taal.aantal(zonder.size(), "stap", "stappen") + " zonder datum",
          Taal.opsomming(zonder, NAMEN) + ": er is geen termijn die kan worden bewaakt.");
    }
  }

  /** Municipalities whose deciding step follows the date of the block, as written, without a day. */
  private void gemeenteZonderDatum() {
    Stap.Soort soort =
        d.visie().regel().beslist() == Orgaansoort.RAAD ? Stap.Soort.RAAD : Stap.Soort.COLLEGE;
    List<String> zonder =
        d.stappen().stream()
            .filter(stap -> stap.soort() == soort && stap.isOpen())
            .filter(stap -> stap.gepland().flatMap(GeschrevenDatum::precies).isEmpty())
            .map(stap -> d.gemeenten().get(stap.gemeente().orElseThrow()))
            .distinct()
            .sorted()
            .toList();
    if (!zonder.isEmpty()) {
      signaal(
          Merk.Soort.LET,
          Taal.aantal(zonder.size(), "gemeente", "gemeenten") + " zonder eigen datum",
          Taal.opsomming(zonder, NAMEN)
              + (zonder.size() == 1 ? " noemde" : " noemden")
              + " nog geen datum voor "
              + (soort == Stap.Soort.RAAD ? "de raad" : "het college")
              + ".");
    }
  }

  private void nietGepland() {
    boolean kentPlanning = d.stappen().stream().anyMatch(stap -> stap.oorspronkelijk().isPresent());
    List<String> zonder =
        d.route().stream()
            .filter(stap -> stap.soort() == Stap.Soort.OVERLEG || stap.soort() == Stap.Soort.PARTICIPATIE)
            .filter(stap -> stap.oorspronkelijk().isEmpty() && stap.werkelijk().isPresent())
            .map(stap -> stap.naam() + " op " + Taal.geschreven(stap.werkelijk()))
            .toList();
    if (kentPlanning && !zonder.isEmpty()) {
      signaal(
          Merk.Soort.OPEN,
          "Niet in de oorspronkelijke planning",
          Taal.opsomming(zonder, NAMEN) + ".");
    }
  }

  private void verschoven() {
    List<String> namen =
        Stream.concat(
                d.route().stream(), d.stappen().stream().filter(stap -> stap.soort().lokaal()))
            .filter(stap -> stap.oorspronkelijk().isPresent() && stap.gepland().isPresent())
            .filter(Stap::isOpen)
            .filter(stap -> !stap.oorspronkelijk().get().edtf().equals(stap.gepland().get().edtf()))
            .filter(stap -> later(stap.oorspronkelijk().get(), stap.gepland().get()))
            .map(
                stap ->
                    stap.naam()
                        + " van "
                        + Taal.geschreven(stap.oorspronkelijk())
                        + " naar "
                        + Taal.geschreven(stap.gepland()))
            .distinct()
            .toList();
    if (!namen.isEmpty()) {
      signaal(Merk.Soort.OPEN, "Later dan eerst gepland", Taal.opsomming(namen, NAMEN) + ".");
    }
  }

  private static boolean later(GeschrevenDatum eerst, GeschrevenDatum nu) {
    return nu.laatste().isAfter(eerst.laatste());
  }
}
