package nl.besluitroute.stuk;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import org.hibernate.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records and reads the versions of a vision's text. */
@Service
public class Versies {
  private final EntityManager em;
  private final Journaal journaal;
  private final Klok klok;

  Versies(EntityManager em, Journaal journaal, Klok klok) {
    this.em = em;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** A part as it comes in: with its SHA-256, or as text, from which the SHA-256 is computed. */
  public record Aanlevering(String naam, String kenmerk, String tekst) {}

  /**
   * Records a version.
   *
   * @throws VersieFout when the number is taken, the date lies ahead, or a part has no fingerprint
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Versie legVast(
      String visie,
      String nummer,
      LocalDate datum,
      String toelichting,
      List<Aanlevering> aanleveringen,
      String door) {
    List<Versie> eerdere = vanVisie(visie);
    if (eerdere.stream().anyMatch(v -> v.nummer().equals(nummer))) {
      throw new VersieFout("nummer", "Versie " + nummer + " is al vastgelegd; kies een nieuw nummer.");
    }
    if (datum.isAfter(klok.vandaag())) {
      throw new VersieFout("datum", "De datum van de versie ligt in de toekomst.");
    }
    if (!eerdere.isEmpty() && datum.isBefore(eerdere.get(eerdere.size() - 1).datum())) {
      Versie vorige = eerdere.get(eerdere.size() - 1);
      throw new VersieFout(
          "datum",
          "Versie "
              + vorige.nummer()
              + " is van "
              + GeschrevenDatum.op(vorige.datum()).tekst()
              + "; een nieuwe versie is niet ouder.");
    }
    if (aanleveringen.isEmpty()) {
      throw new VersieFout("onderdelen", "Noem ten minste één onderdeel van de versie.");
    }
    Set<String> namen = new HashSet<>();
    List<Versie.Onderdeel> onderdelen =
        aanleveringen.stream()
            .map(
                a -> {
                  if (!namen.add(a.naam())) {
                    throw new VersieFout("onderdelen", "Onderdeel '" + a.naam() + "' staat er twee keer.");
                  }
                  return onderdeel(a);
                })
            .toList();
    Versie versie =
        new Versie(
            visie, nummer, eerdere.size() + 1, datum, toelichting, onderdelen, door, klok.instant());
    em.persist(versie);
    journaal.noteer(
        Notitie.van(
                door,
                "versie_vastgelegd",
                "Versie " + nummer + " vastgelegd, kenmerk " + versie.kenmerk().kort() + ".")
            .bijVisie(visie)
            .bijVersie(nummer)
            .omdat(toelichting));
    return versie;
  }

  private static Versie.Onderdeel onderdeel(Aanlevering a) {
    boolean heeftTekst = a.tekst() != null && !a.tekst().isBlank();
    boolean heeftKenmerk = a.kenmerk() != null && !a.kenmerk().isBlank();
    if (!heeftTekst && !heeftKenmerk) {
      throw new VersieFout(
          "onderdelen",
          "Onderdeel '" + a.naam() + "': geef de tekst of het versiekenmerk (SHA-256) van het bestand.");
    }
    if (!heeftTekst) {
      return new Versie.Onderdeel(a.naam(), a.kenmerk().strip().toLowerCase(java.util.Locale.ROOT), null);
    }
    String kenmerk = Vingerafdruk.van(a.tekst()).hex();
    if (heeftKenmerk && !kenmerk.equals(a.kenmerk().strip().toLowerCase(java.util.Locale.ROOT))) {
      throw new VersieFout(
          "onderdelen", "Onderdeel '" + a.naam() + "': het versiekenmerk hoort niet bij deze tekst.");
    }
    return new Versie.Onderdeel(a.naam(), kenmerk, a.tekst());
  }

  /** Oldest first. */
  @Transactional(readOnly = true)
  public List<Versie> vanVisie(String visie) {
    return em.createQuery(
            "select v from Versie v where v.visie = :visie order by v.volgorde", Versie.class)
        .setParameter("visie", visie)
        .getResultList();
  }

  @Transactional(readOnly = true)
  public Optional<Versie> versie(String visie, String nummer) {
    return em.unwrap(Session.class)
        .byNaturalId(Versie.class)
        .using("visie", visie)
        .using("nummer", nummer)
        .loadOptional();
  }

  /** The newest version: the one in force for who must decide now. */
  @Transactional(readOnly = true)
  public Optional<Versie> nieuwste(String visie) {
    return em.createQuery(
            "select v from Versie v where v.visie = :visie order by v.volgorde desc", Versie.class)
        .setParameter("visie", visie)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
