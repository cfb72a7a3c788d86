package nl.besluitroute.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Duiding;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.besluitvorming.Zekerheid;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Stap;

/** What the deciding bodies of a vision decided, word for word, by date. */
final class Raden {

  private Raden() {}

  private record Regel(LocalDate dag, RegiostukkenPagina.Raad raad) {}

  /** @param eigen code of the reader's municipality */
  static List<RegiostukkenPagina.Raad> opDatum(Dossier d, String eigen) {
    Orgaansoort beslist = d.visie().regel().beslist();
    Stap.Soort soort = beslist == Orgaansoort.RAAD ? Stap.Soort.RAAD : Stap.Soort.COLLEGE;
    Map<UUID, Duiding> duidingen =
        d.duidingen().stream()
            .collect(Collectors.toMap(Duiding::besluit, Function.identity(), (eerder, later) -> later));
    return d.stand().gemeenten().stream()
        .map(g -> regel(d, g, d.lokaal(g.gemeente(), soort), beslist, duidingen, g.gemeente().equals(eigen)))
        .sorted(Comparator.comparing(Regel::dag).thenComparing(r -> r.raad().gemeente()))
        .map(Regel::raad)
        .toList();
  }

  private static Regel regel(
      Dossier d,
      Stand.GemeenteStand g,
      Optional<Stap> stap,
      Orgaansoort beslist,
      Map<UUID, Duiding> duidingen,
      boolean isEigen) {
    String gemeente = d.gemeenten().getOrDefault(g.gemeente(), g.gemeente());
    Besluit laatste =
        d.besluiten().stream()
            .filter(b -> b.gemeente().equals(g.gemeente()) && b.orgaansoort() == beslist)
            .reduce((eerder, later) -> later)
            .orElse(null);
    Optional<GeschrevenDatum> gepland = stap.flatMap(Stap::gepland);
    if (laatste == null || !laatste.uitkomst().besluit()) {
      // Postponed or sent back is no besluit: the next date counts.
      String bij =
          laatste == null
              ? null
              : "op "
                  + Taal.dagKort(laatste.datum(), d.vandaag())
                  + " "
                  + Taal.metKleineLetter(laatste.uitkomst().naam());
      return new Regel(
          gepland.map(GeschrevenDatum::laatste).orElse(LocalDate.MAX),
          new RegiostukkenPagina.Raad(
              gepland.map(p -> Taal.geschrevenKort(p, d.vandaag())).orElse("geen datum"),
              gemeente,
              Merk.open(gepland.isPresent() ? "gepland" : "nog geen datum"),
              bij,
              null,
              null,
              null,
              null,
              false,
              null,
              null,
              isEigen));
    }
    boolean telt = g.besluit().filter(b -> b.id().equals(laatste.id())).isPresent();
    boolean anders = telt && (g.weging() == Stand.Weging.AFWIJKEND || duidingen.containsKey(laatste.id()));
    return new Regel(
        laatste.datum(),
        new RegiostukkenPagina.Raad(
            Taal.dagKort(laatste.datum(), d.vandaag()),
            gemeente,
            merk(g.weging(), laatste),
            laatste.nummer() == null ? null : "nr. " + laatste.nummer(),
            laatste.dictum().orElse(null),
            laatste.amendement().orElse(null),
            telt && g.weging() != Stand.Weging.VASTGESTELD ? g.reden() : null,
            d.zicht().merkVanStap(laatste.stap()).map(Merk::van).orElse(null),
            anders || laatste.amendement().isPresent(),
            laatste.versie().orElse(null),
            Bron.van(laatste.zekerheid() == Zekerheid.BEVESTIGD, laatste.bron()),
            isEigen));
  }

  private static Merk merk(Stand.Weging weging, Besluit besluit) {
    String woord = besluit.uitkomst().naam();
    return switch (weging) {
      case VASTGESTELD -> Merk.goed(woord);
      case AFWIJKEND -> Merk.anders(woord);
      case ANDERE_TEKST -> Merk.half(woord + " op een andere tekst");
      case NIET -> Merk.laat(woord);
      case OPEN -> Merk.open(woord);
    };
  }
}
