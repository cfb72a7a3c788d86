package nl.besluitroute.besluitvorming;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Stappen;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records that raden were informed. */
@Service
public class Informeringen {
  private final EntityManager em;
  private final Visies visies;
  private final Stappen stappen;
  private final Journaal journaal;
  private final Klok klok;

  Informeringen(EntityManager em, Visies visies, Stappen stappen, Journaal journaal, Klok klok) {
    this.em = em;
    this.visies = visies;
    this.stappen = stappen;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** The letter; {@code bron} is needed from who does not belong to the municipality. */
  public record Brief(LocalDate datum, String kenmerk, String toelichting, String bron) {}

  /** @throws InvoerFout when the date lies ahead or a source is missing */
  @Transactional(propagation = Propagation.MANDATORY)
  public void legVast(String stapId, Brief brief, Gebruiker wie) {
    Stap stap = visies.stap(stapId);
    String gemeente = stap.gemeente().orElseThrow();
    if (brief.datum().isAfter(klok.vandaag())) {
      throw new InvoerFout("datum", "De datum van de brief ligt in de toekomst.");
    }
    Zekerheid zekerheid = wie.legtVastVoor(gemeente, Orgaansoort.RAAD) ? Zekerheid.BEVESTIGD : Zekerheid.GEMELD;
    if (zekerheid == Zekerheid.GEMELD && Tekst.leeg(brief.bron())) {
      throw new InvoerFout("bron", "Noem de bron: u legt vast voor een gemeente waar u niet werkt.");
    }
    em.persist(new Informering(stap, brief, zekerheid, wie.weergave(), klok.instant()));
    stappen.gebeurdeOp(stapId, brief.datum());
    journaal.noteer(
        Notitie.van(wie.weergave(), "raad_geinformeerd", stap.naam() + ": geïnformeerd (" + zekerheid.naam() + ").")
            .bijVisie(stap.visie())
            .bijStap(stapId)
            .bijGemeente(gemeente)
            .omdat(brief.bron()));
  }

  @Transactional(readOnly = true)
  public List<Informering> vanVisie(String visie) {
    return em.createQuery(
            "select i from Informering i where i.visie = :visie order by i.datum", Informering.class)
        .setParameter("visie", visie)
        .getResultList();
  }
}
