package nl.besluitroute.agenda;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases: who does a piece of work, and when to come back to it. Who may record the work may do
 * so; each change is in the journal.
 */
@Service
@Transactional
public class Werkverdeling {
  /** What tells of work inside a body, and not of the vision itself. */
  static final Set<String> SOORTEN =
      Set.of("taak_toegewezen", "taak_teruggegeven", "opvolgdatum_gezet");

  private static final int OPVOLGJAREN = 5;

  private final EntityManager em;
  private final Taken taken;
  private final Accounts accounts;
  private final Journaal journaal;
  private final Klok klok;
  private final ObjectProvider<BijWerk> luisteraars;

  Werkverdeling(
      EntityManager em,
      Taken taken,
      Accounts accounts,
      Journaal journaal,
      Klok klok,
      ObjectProvider<BijWerk> luisteraars) {
    this.luisteraars = luisteraars;
    this.em = em;
    this.taken = taken;
    this.accounts = accounts;
    this.journaal = journaal;
    this.klok = klok;
  }

  /**
   * Assigns work, one piece or many: all of it or nothing. What is assigned to that account already
   * stays as it is.
   *
   * @param account name of the account that will do it; it must be able to record each
   * @throws TaakNietOpen when a piece is done or gone
   * @throws GeenToegang when a piece is not this user's to record
   * @throws AgendaFout when the account does not exist or may not record a piece
   */
  public void wijsToe(Collection<String> taakIds, String account, Gebruiker wie) {
    Gebruiker ander = gebruiker(account);
    for (AgendaTaak taak : vanHem(taakIds, wie)) {
      if (!taken.magVoltooien(taak, ander)) {
        throw new AgendaFout(
            "'" + taak.naam() + "' kan niet naar " + ander.weergave() + ": die legt dit niet vast.");
      }
      if (taak.toegewezen().filter(account::equals).isEmpty()) {
        Werkafspraak afspraak = afspraak(taak);
        afspraak.wijsToe(account);
        taak.neemOver(afspraak);
        noteer(taak, "taak_toegewezen", "'" + taak.naam() + "' toegewezen aan " + ander.weergave() + ".", wie);
        luisteraars.forEach(l -> l.toegewezen(taak, account, wie));
      }
    }
  }

  private Gebruiker gebruiker(String account) {
    try {
      return accounts.gebruiker(account);
    } catch (GeenToegang e) {
      throw new AgendaFout("Er is geen account '" + account + "' om dit aan toe te wijzen.");
    }
  }

  /** Gives assigned work back to the body; errors as {@link #wijsToe}. */
  public void geefTerug(Collection<String> taakIds, Gebruiker wie) {
    for (AgendaTaak taak : vanHem(taakIds, wie)) {
      if (taak.toegewezen().isPresent()) {
        Werkafspraak afspraak = afspraak(taak);
        afspraak.wijsToe(null);
        neemOver(taak, afspraak);
        noteer(taak, "taak_teruggegeven", "'" + taak.naam() + "' is niet meer toegewezen.", wie);
      }
    }
  }

  /**
   * Sets the day on which to come back to a piece of work; it changes no term.
   *
   * @param dag in Europe/Amsterdam, today or later; null takes it away
   * @throws TaakNietOpen when it is done or gone
   * @throws GeenToegang when it is not this user's to record
   * @throws AgendaFout when the day is past
   */
  public void zetOpvolgdatum(String taakId, LocalDate dag, Gebruiker wie) {
    AgendaTaak taak = vanHem(List.of(taakId), wie).get(0);
    if (dag != null && dag.isBefore(klok.vandaag())) {
      throw new AgendaFout("De opvolgdatum is al voorbij.");
    }
    if (dag != null && dag.isAfter(klok.vandaag().plusYears(OPVOLGJAREN))) {
      throw new AgendaFout("De opvolgdatum ligt meer dan " + OPVOLGJAREN + " jaar vooruit; controleer het jaar.");
    }
    if (taak.opvolgenOp().equals(Optional.ofNullable(dag))) {
      return;
    }
    Werkafspraak afspraak = afspraak(taak);
    afspraak.volgOp(dag);
    neemOver(taak, afspraak);
    noteer(
        taak,
        "opvolgdatum_gezet",
        "'"
            + taak.naam()
            + "': "
            + (dag == null ? "geen opvolgdatum meer." : "opvolgen op " + GeschrevenDatum.op(dag).tekst() + "."),
        wie);
  }

  private List<AgendaTaak> vanHem(Collection<String> taakIds, Gebruiker wie) {
    return new TreeSet<>(taakIds).stream().map(id -> taken.vanHem(id, wie)).toList();
  }

  private Werkafspraak afspraak(AgendaTaak taak) {
    Werkafspraak bestaand = em.find(Werkafspraak.class, taak.taak());
    if (bestaand != null) {
      return bestaand;
    }
    Werkafspraak nieuw = new Werkafspraak(taak.taak());
    em.persist(nieuw);
    return nieuw;
  }

  /** An agreement about nothing is none. */
  private void neemOver(AgendaTaak taak, Werkafspraak afspraak) {
    taak.neemOver(afspraak);
    if (!taak.heeftAfspraak()) {
      em.remove(afspraak);
    }
  }

  /** By its step: an entry with the task itself tells who completed it. */
  private void noteer(AgendaTaak taak, String soort, String tekst, Gebruiker wie) {
    journaal.noteer(
        Notitie.van(wie.weergave(), soort, tekst)
            .bijVisie(taak.visie())
            .bijStap(taak.stap())
            .bijGemeente(taak.gemeente().orElse(null)));
  }
}
