package nl.besluitroute.besluitvorming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.stuk.Vingerafdruk;
import nl.besluitroute.visie.Deelname;
import nl.besluitroute.visie.Vaststellingsregel;

/**
 * The policy that computes the stand. Eensluidend is: the same common text as the version in force,
 * and a dictum that adds no condition. A besluit that was taken counts until a later one replaces it;
 * a postponed or withdrawn proposal is no besluit. Once the rule is met, the stand is fixed on that
 * day with the municipalities that took part then: who joins or leaves later is shown beside it.
 */
final class Standbepaling {
  private final Vaststellingsregel regel;
  private final List<Deelname> deelnames;
  private final List<Besluit> besluiten;
  private final Map<UUID, Duiding> duidingen;
  private final Map<String, Vingerafdruk> teksten;
  private final Optional<Versie> geldend;
  private final LocalDate peildatum;

  Standbepaling(
      Vaststellingsregel regel,
      List<Deelname> deelnames,
      List<Besluit> besluiten,
      List<Duiding> duidingen,
      List<Versie> versies,
      LocalDate peildatum) {
    this.regel = regel;
    this.deelnames = deelnames;
    this.besluiten =
        besluiten.stream()
            .filter(b -> b.orgaansoort() == regel.beslist())
            .filter(b -> b.uitkomst().besluit())
            .sorted(Comparator.comparing(Besluit::datum).thenComparing(Besluit::volgnr))
            .toList();
    this.duidingen =
        duidingen.stream()
            .collect(Collectors.toMap(Duiding::besluit, Function.identity(), (eerder, later) -> later));
    this.teksten = versies.stream().collect(Collectors.toMap(Versie::nummer, Versie::kenmerk));
    this.geldend = versies.stream().max(Comparator.comparing(Versie::volgorde));
    this.peildatum = peildatum;
  }

  Stand bepaal() {
    Optional<LocalDate> vastOp =
        dagen().filter(dag -> regelGehaald(weeg(deelnemersOp(dag), dag))).findFirst();
    LocalDate deelnemersdatum = vastOp.orElse(peildatum);
    List<Stand.GemeenteStand> gewogen = weeg(deelnemersOp(deelnemersdatum), LocalDate.MAX);
    Stand.Waarde waarde = waarde(gewogen);
    return new Stand(
        waarde,
        gewogen,
        waarde == Stand.Waarde.VASTGESTELD ? vastOp : Optional.empty(),
        waarde == Stand.Waarde.VASTGESTELD ? List.of() : nodig(gewogen));
  }

  /** The days on which the rule can be met: somebody decided, joined or left. */
  private Stream<LocalDate> dagen() {
    return Stream.of(
            besluiten.stream().map(Besluit::datum),
            deelnames.stream().map(Deelname::van),
            deelnames.stream().flatMap(d -> d.tot().stream()))
        .flatMap(Function.identity())
        .filter(dag -> !dag.isAfter(peildatum))
        .distinct()
        .sorted();
  }

  private List<String> deelnemersOp(LocalDate dag) {
    return deelnames.stream().filter(d -> d.op(dag)).map(Deelname::gemeente).distinct().sorted().toList();
  }

  private List<Stand.GemeenteStand> weeg(List<String> gemeenten, LocalDate totEnMet) {
    return gemeenten.stream().map(gemeente -> weeg(gemeente, totEnMet)).toList();
  }

  private Stand.GemeenteStand weeg(String gemeente, LocalDate totEnMet) {
    return besluiten.stream()
        .filter(b -> b.gemeente().equals(gemeente) && !b.datum().isAfter(totEnMet))
        .reduce((eerder, later) -> later)
        .map(this::weeg)
        .orElseGet(
            () ->
                new Stand.GemeenteStand(
                    gemeente, Stand.Weging.OPEN, Optional.empty(), "Er is nog geen besluit."));
  }

  private Stand.GemeenteStand weeg(Besluit b) {
    String uitkomst = b.uitkomst().naam();
    if (b.uitkomst().gevolg() == Uitkomst.Gevolg.STELT_NIET_VAST) {
      return stand(b, Stand.Weging.NIET, uitkomst + ".");
    }
    String nummer = b.versie().orElse("");
    Vingerafdruk tekst = teksten.get(nummer);
    if (tekst == null || !geldend.map(Versie::kenmerk).filter(tekst::equals).isPresent()) {
      return stand(
          b,
          Stand.Weging.ANDERE_TEKST,
          uitkomst
              + " op versie "
              + nummer
              + "; versie "
              + geldend.map(Versie::nummer).orElse("?")
              + " geldt.");
    }
    Duiding duiding = duidingen.get(b.id());
    if (duiding != null && duiding.uitgave() == b.uitgave()) {
      return stand(
          b,
          duiding.eensluidend() ? Stand.Weging.VASTGESTELD : Stand.Weging.AFWIJKEND,
          uitkomst + "; duiding: raakt " + duiding.klasse().naam() + ". " + duiding.reden());
    }
    return b.uitkomst().gevolg() == Uitkomst.Gevolg.STELT_VAST
        ? stand(b, Stand.Weging.VASTGESTELD, uitkomst + " op versie " + nummer + ".")
        : stand(b, Stand.Weging.AFWIJKEND, uitkomst + "; nog zonder duiding.");
  }

  private static Stand.GemeenteStand stand(Besluit b, Stand.Weging weging, String reden) {
    return new Stand.GemeenteStand(b.gemeente(), weging, Optional.of(b), reden);
  }

  private boolean regelGehaald(List<Stand.GemeenteStand> gewogen) {
    long vast = aantal(gewogen, Stand.Weging.VASTGESTELD);
    return !gewogen.isEmpty()
        && switch (regel) {
          case ALLE_RADEN, ALLE_COLLEGES -> vast == gewogen.size();
          case TWEE_DERDE_RADEN -> vast * 3 >= gewogen.size() * 2L;
        };
  }

  private Stand.Waarde waarde(List<Stand.GemeenteStand> gewogen) {
    if (regelGehaald(gewogen)) {
      return Stand.Waarde.VASTGESTELD;
    }
    if (gewogen.isEmpty() || aantal(gewogen, Stand.Weging.OPEN) > 0) {
      return Stand.Waarde.OPEN;
    }
    long niet = aantal(gewogen, Stand.Weging.NIET);
    if (niet == gewogen.size()) {
      return Stand.Waarde.NIET;
    }
    return niet > 0 ? Stand.Waarde.DEELS : Stand.Waarde.AFWIJKEND;
  }

  private List<String> nodig(List<Stand.GemeenteStand> gewogen) {
    List<String> zinnen = new ArrayList<>();
    zin(zinnen, aantal(gewogen, Stand.Weging.OPEN), "moet nog besluiten", "moeten nog besluiten");
    zin(
        zinnen,
        aantal(gewogen, Stand.Weging.AFWIJKEND),
        "stelde afwijkend vast en telt niet mee",
        "stelden afwijkend vast en tellen niet mee");
    zin(
        zinnen,
        aantal(gewogen, Stand.Weging.ANDERE_TEKST),
        "besloot op een andere tekst en telt niet mee",
        "besloten op een andere tekst en tellen niet mee");
    zin(zinnen, aantal(gewogen, Stand.Weging.NIET), "stelde niet vast", "stelden niet vast");
    return zinnen;
  }

  private static void zin(List<String> zinnen, long aantal, String een, String meer) {
    if (aantal > 0) {
      zinnen.add(aantal == 1 ? "1 gemeente " + een + "." : aantal + " gemeenten " + meer + ".");
    }
  }

  private static long aantal(List<Stand.GemeenteStand> gewogen, Stand.Weging weging) {
    return gewogen.stream().filter(g -> g.weging() == weging).count();
  }
}
