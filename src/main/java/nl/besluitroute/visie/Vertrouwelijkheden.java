package nl.besluitroute.visie;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks what is vertrouwelijk or geheim, and says what somebody may see. */
@Service
@Transactional(readOnly = true)
public class Vertrouwelijkheden {
  private final VertrouwelijkheidOpslag merken;
  private final VisieOpslag visies;
  private final DeelnameOpslag deelnames;
  private final StapOpslag stappen;
  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Vertrouwelijkheden(
      VertrouwelijkheidOpslag merken,
      VisieOpslag visies,
      DeelnameOpslag deelnames,
      StapOpslag stappen,
      Regios regios,
      Toegang toegang,
      Journaal journaal,
      Klok klok) {
    this.merken = merken;
    this.visies = visies;
    this.deelnames = deelnames;
    this.stappen = stappen;
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * What is to be marked.
   *
   * @param stap id, to mark what one step recorded; else null
   * @param versie number, to mark a version; else null. Neither marks the whole vision
   * @param orgaan id of the body that imposes it
   * @param tot the first day on which it no longer holds; null until it is lifted
   */
  public record Markering(
      String visie,
      String stap,
      String versie,
      Vertrouwelijkheid.Niveau niveau,
      String grond,
      String orgaan,
      LocalDate tot) {}

  /** What the user may see of a vision that he may read. */
  public Zicht zicht(Regiovisie visie, Gebruiker wie) {
    return zicht(List.of(visie), wie).get(visie.id());
  }

  /**
   * Asks that what a step holds is this user's to read: who may not read a besluit does not judge it.
   *
   * @param visie one that he may read
   * @throws GeenToegang when it is kept back from him
   */
  public void eisInhoud(Regiovisie visie, String stap, Gebruiker wie) {
    if (!zicht(visie, wie).stap(stap)) {
      throw new GeenToegang("De inhoud van deze stap is vertrouwelijk en niet voor u te lezen.");
    }
  }

  /** What the user may see of visions that he may read, by id; read together. */
  public Map<String, Zicht> zicht(Collection<Regiovisie> leesbaar, Gebruiker wie) {
    Map<String, List<Vertrouwelijkheid>> geldig =
        gemarkeerd(leesbaar.stream().map(Regiovisie::id).toList());
    Map<String, Set<String>> gemeenten =
        geldig.isEmpty()
            ? Map.of()
            : deelnames.vanVisies(geldig.keySet().toArray(String[]::new)).stream()
                .collect(
                    Collectors.groupingBy(
                        Deelname::visie, Collectors.mapping(Deelname::gemeente, Collectors.toSet())));
    return leesbaar.stream()
        .collect(
            Collectors.toMap(
                Regiovisie::id,
                v ->
                    zicht(
                        v,
                        geldig.getOrDefault(v.id(), List.of()),
                        gemeenten.getOrDefault(v.id(), Set.of()),
                        wie)));
  }

  /**
   * What is hidden of visions that somebody may read.
   *
   * @param stappen ids
   * @param versies each as {@code vision/number}
   */
  public record Verborgen(Set<String> stappen, Set<String> versies) {}

  /** What is hidden from the user of these visions, which he may read. */
  public Verborgen verborgen(Collection<String> leesbaar, Gebruiker wie) {
    Set<String> stappen = new HashSet<>();
    Set<String> versies = new HashSet<>();
    zicht(visies.findAllById(gemarkeerd(leesbaar).keySet()), wie)
        .forEach(
            (visie, zicht) -> {
              stappen.addAll(zicht.verborgenStappen());
              zicht.verborgenVersies().forEach(nummer -> versies.add(visie + "/" + nummer));
            });
    return new Verborgen(stappen, versies);
  }

  private Map<String, List<Vertrouwelijkheid>> gemarkeerd(Collection<String> ids) {
    return geldig(merken.vanVisies(ids.toArray(String[]::new))).stream()
        .collect(Collectors.groupingBy(Vertrouwelijkheid::visie));
  }

  private Zicht zicht(
      Regiovisie visie, List<Vertrouwelijkheid> geldig, Set<String> gemeenten, Gebruiker wie) {
    Set<String> stap = new HashSet<>();
    Set<String> versie = new HashSet<>();
    geldig.stream()
        .filter(m -> !mag(m, visie.regios(), gemeenten, wie))
        .forEach(
            m -> {
              m.stap().ifPresent(stap::add);
              m.versie().ifPresent(versie::add);
            });
    return new Zicht(stap, versie, geldig);
  }

  /** Ids of the visions that are hidden from this user as a whole. */
  public Set<String> verborgenVisies(Gebruiker wie) {
    List<Vertrouwelijkheid> geldig = geldig(merken.findByStapIsNullAndVersieIsNull());
    if (geldig.isEmpty()) {
      return Set.of();
    }
    Map<String, Regiovisie> perId =
        visies.findAllById(geldig.stream().map(Vertrouwelijkheid::visie).toList()).stream()
            .collect(Collectors.toMap(Regiovisie::id, v -> v));
    return geldig.stream()
        .filter(m -> !mag(m, perId.get(m.visie()).regios(), gemeenten(m.visie()), wie))
        .map(Vertrouwelijkheid::visie)
        .collect(Collectors.toSet());
  }

  /** Whether the vision as a whole is hidden from this user. */
  public boolean verborgen(Regiovisie visie, Gebruiker wie) {
    List<Vertrouwelijkheid> geldig =
        geldig(merken.findByVisieAndStapIsNullAndVersieIsNull(visie.id()));
    return !geldig.isEmpty()
        && !mag(geldig.get(0), visie.regios(), gemeenten(visie.id()), wie);
  }

  private boolean mag(
      Vertrouwelijkheid m, Collection<String> regios, Collection<String> gemeenten, Gebruiker wie) {
    return switch (m.niveau()) {
      case VERTROUWELIJK -> toegang.magVertrouwelijk(wie, regios, gemeenten);
      case GEHEIM ->
          m.gemeente().filter(wie::hoortBij).isPresent() || m.gemarkeerdAccount().equals(wie.naam());
    };
  }

  private List<Vertrouwelijkheid> geldig(List<Vertrouwelijkheid> alle) {
    LocalDate vandaag = klok.vandaag();
    return alle.stream().filter(m -> m.geldtOp(vandaag)).toList();
  }

  private Set<String> gemeenten(String visie) {
    return deelnames.findByVisie(visie).stream().map(Deelname::gemeente).collect(Collectors.toSet());
  }

  /**
   * Use case: marks a vision, a step or a version.
   *
   * @throws VisieFout when the body may not impose it, nothing is named as ground, or it is marked
   *     already
   */
  @Transactional
  public Vertrouwelijkheid markeer(Markering m, Gebruiker wie) {
    Regiovisie visie =
        visies.findById(m.visie()).orElseThrow(() -> new VisieNietGevonden(m.visie()));
    Orgaan orgaan =
        regios.orgaan(m.orgaan()).orElseThrow(() -> new VisieFout("Kies het orgaan dat dit oplegt."));
    eisRecht(visie, m.stap(), orgaan, wie);
    eisTekst(m.grond(), 1000, "grond");
    boolean bestuur = orgaan.soort() == Orgaansoort.COLLEGE || orgaan.soort() == Orgaansoort.RAAD;
    if (m.niveau() == Vertrouwelijkheid.Niveau.GEHEIM && !bestuur) {
      throw new VisieFout(
          "Geheimhouding legt een college of raad op (Gemeentewet, artikel 87 tot en met 89); "
              + orgaan.naam() + " kan stukken alleen als vertrouwelijk aanmerken.");
    }
    if (m.tot() != null && !m.tot().isAfter(klok.vandaag())) {
      throw new VisieFout("De dag waarop dit eindigt, is al voorbij.");
    }
    boolean alGemerkt =
        geldig(merken.findByVisie(visie.id())).stream()
            .anyMatch(
                bestaand ->
                    bestaand.stap().equals(Optional.ofNullable(m.stap()))
                        && bestaand.versie().equals(Optional.ofNullable(m.versie())));
    if (alGemerkt) {
      throw new VisieFout("Dit is al als vertrouwelijk of geheim aangemerkt; hef dat eerst op.");
    }
    Vertrouwelijkheid merk =
        merken.save(
            new Vertrouwelijkheid(
                m, orgaan.gemeente().orElse(null), wie.naam(), wie.weergave(), klok.instant()));
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "vertrouwelijk_gemarkeerd",
                wat(merk) + " is " + m.niveau().naam() + ", opgelegd door " + orgaan.naam() + ".")
            .bijVisie(visie.id())
            .bijStap(m.stap())
            .bijVersie(m.versie())
            .omdat(m.grond()));
    return merk;
  }

  /**
   * Use case: lifts a mark. Who may not read what it hides does not open it either.
   *
   * @throws VisieFout when it does not hold any more, or no reason is given
   */
  @Transactional
  public void hefOp(UUID id, String reden, Gebruiker wie) {
    Vertrouwelijkheid merk =
        merken.findById(id).orElseThrow(() -> new VisieFout("Deze markering bestaat niet."));
    Regiovisie visie = visies.findById(merk.visie()).orElseThrow();
    eisRecht(visie, merk.stap().orElse(null), regios.orgaan(merk.orgaan()).orElseThrow(), wie);
    if (!mag(merk, visie.regios(), gemeenten(visie.id()), wie)) {
      throw new GeenToegang("Alleen wie dit mag lezen, heft de vertrouwelijkheid of geheimhouding op.");
    }
    if (!merk.geldtOp(klok.vandaag())) {
      throw new VisieFout("Deze markering geldt niet meer.");
    }
    eisTekst(reden, 4000, "reden");
    merk.hefOp(wie.weergave(), klok.instant(), reden);
    journaal.noteer(
        Notitie.van(
                wie.weergave(),
                "vertrouwelijkheid_opgeheven",
                wat(merk) + " is niet langer " + merk.niveau().naam() + ".")
            .bijVisie(visie.id())
            .bijStap(merk.stap().orElse(null))
            .bijVersie(merk.versie().orElse(null))
            .omdat(reden));
  }

  /** Who records where it was recorded, and for a local body who records for that body. */
  private void eisRecht(Regiovisie visie, String stapId, Orgaan orgaan, Gebruiker wie) {
    Stap stap =
        stapId == null
            ? null
            : stappen
                .findById(stapId)
                .filter(s -> s.visie().equals(visie.id()))
                .orElseThrow(() -> new VisieFout("Er is geen stap " + stapId + "."));
    if (orgaan.gemeente().isPresent()) {
      String gemeente = orgaan.gemeente().get();
      if (!gemeenten(visie.id()).contains(gemeente)) {
        throw new VisieFout(orgaan.naam() + " neemt geen deel aan deze visie.");
      }
      toegang.eisVastleggen(
          wie, new Plek(visie.regios(), orgaan.id(), gemeente, orgaan.soort()));
    } else {
      if (orgaan.regio().filter(visie.regios()::contains).isEmpty()) {
        throw new VisieFout(orgaan.naam() + " hoort niet bij de regio van deze visie.");
      }
      toegang.eisVastleggen(
          wie, new Plek(visie.regios(), orgaan.id(), null, null));
    }
    if (stap != null) {
      toegang.eisVastleggen(wie, stap.plek(visie.regios()));
    }
  }

  private static String wat(Vertrouwelijkheid m) {
    return m.versie()
        .map(nummer -> "Versie " + nummer)
        .orElse(m.stap().isPresent() ? "Wat bij deze stap is vastgelegd" : "De visie");
  }

  private static void eisTekst(String tekst, int hoogstens, String wat) {
    if (tekst == null || tekst.isBlank()) {
      throw new VisieFout("Geef een " + wat + ".");
    }
    if (tekst.length() > hoogstens) {
      throw new VisieFout("De " + wat + " is langer dan " + hoogstens + " tekens.");
    }
  }
}
