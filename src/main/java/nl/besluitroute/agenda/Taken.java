package nl.besluitroute.agenda;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.visie.Herkansing;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import nl.besluitroute.visie.Visies;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one write path: page, API and scenario complete work here. Domain, engine, agenda and journal
 * commit together or not at all.
 */
@Service
public class Taken {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM 'om' HH.mm 'uur'", Locale.forLanguageTag("nl"));

  private final Agenda agenda;
  private final Taakmotor motor;
  private final Visies visies;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Herkansing herkansing;

  Taken(
      Agenda agenda,
      @org.springframework.context.annotation.Lazy Taakmotor motor,
      Visies visies,
      Vertrouwelijkheden vertrouwelijkheden,
      Toegang toegang,
      Journaal journaal,
      Herkansing herkansing) {
    this.agenda = agenda;
    this.motor = motor;
    this.visies = visies;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.toegang = toegang;
    this.journaal = journaal;
    this.herkansing = herkansing;
  }

  /**
   * The work with its form.
   *
   * @throws TaakNietOpen when it is done or gone
   * @throws GeenToegang when it is somebody else's
   */
  @Transactional(readOnly = true)
  public Taakmotor.Formulier formulier(String taak, Gebruiker wie) {
    eisToegang(open(taak), wie);
    return motor.formulier(taak);
  }

  @Transactional(readOnly = true)
  public boolean magVoltooien(AgendaTaak taak, Gebruiker wie) {
    return toegang.magVastleggen(wie, plek(taak));
  }

  /**
   * Completes the work with what was entered.
   *
   * @throws TaakNietOpen when it is done or gone, with who did it
   * @throws GeenToegang when it is somebody else's
   * @throws VisieFout while the vision is suspended
   * @throws OnjuisteInvoer when something entered is refused; the work stays open
   */
  public void voltooi(String taak, Map<String, Object> invoer, Gebruiker wie) {
    try {
      herkansing.doe(
          () -> {
            voltooiEens(taak, invoer, wie);
            return null;
          },
          // Somebody else changed the same route at the same moment: when that was not this very
          // task, the work can be done after all.
          () -> {
            if (agenda.vind(taak).isEmpty()) {
              throw nietOpen(taak);
            }
          });
    } catch (TaakNietOpen e) {
      throw nietOpen(taak);
    } catch (OnjuisteInvoer e) {
      // Who comes second at the same moment may be refused by what the first one recorded.
      throw agenda.vind(taak).isEmpty() ? nietOpen(taak) : e;
    }
  }

  /**
   * One row of a bulk entry.
   *
   * @param afwijkend what is entered here instead of, or beside, what holds for all
   */
  public record Regel(String taak, Map<String, Object> afwijkend) {}

  /**
   * What became of a row.
   *
   * @param geweigerd a Dutch sentence; empty when it is recorded
   * @param fouten the faults by field, when it was the entry that was refused
   */
  public record Resultaat(
      String taak, Optional<String> geweigerd, List<OnjuisteInvoer.Fout> fouten) {
    public boolean vastgelegd() {
      return geweigerd.isEmpty();
    }
  }

  /** The work, for who may record it. */
  public AgendaTaak vanHem(String taak, Gebruiker wie) {
    AgendaTaak rij = open(taak);
    eisToegang(rij, wie);
    return rij;
  }

  /**
   * Completes many with one entry, such as 21 colleges that decided conform on one day. Each row is
   * recorded as {@link #voltooi} does, in a transaction of its own: a refused row changes nothing,
   * and keeps no other from being recorded.
   *
   * @param voorAlle what is entered for each, unless the row says otherwise
   * @return one per row, in their order
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public List<Resultaat> voltooiVeel(
      Map<String, Object> voorAlle, List<Regel> regels, Gebruiker wie) {
    return regels.stream()
        .map(
            regel -> {
              Map<String, Object> invoer = new HashMap<>(voorAlle);
              invoer.putAll(regel.afwijkend());
              return voltooiRegel(regel.taak(), invoer, wie);
            })
        .toList();
  }

  private Resultaat voltooiRegel(String taak, Map<String, Object> invoer, Gebruiker wie) {
    try {
      voltooi(taak, invoer, wie);
      return new Resultaat(taak, Optional.empty(), List.of());
    } catch (OnjuisteInvoer e) {
      return new Resultaat(taak, Optional.of(e.getMessage()), e.fouten());
    } catch (TaakNietOpen | GeenToegang | VisieFout e) {
      return new Resultaat(taak, Optional.of(e.getMessage()), List.of());
    } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
      return new Resultaat(
          taak,
          Optional.of("Iemand anders wijzigde dit tegelijk met u; deze regel is niet opgeslagen."),
          List.of());
    }
  }

  private void voltooiEens(String taak, Map<String, Object> invoer, Gebruiker wie) {
    AgendaTaak rij = open(taak);
    eisToegang(rij, wie);
    visies.visie(rij.visie()).eisNietOpgeschort();
    motor.voltooi(taak, invoer, wie);
    journaal.noteer(
        Notitie.van(wie.weergave(), "taak_afgerond", rij.naam() + ".")
            .bijVisie(rij.visie())
            .bijStap(rij.stap())
            .bijGemeente(rij.gemeente().orElse(null))
            .bijTaak(taak));
  }

  /** The sentence for who comes second. */
  @Transactional(readOnly = true)
  public TaakNietOpen nietOpen(String taak) {
    return journaal
        .vanTaak(taak)
        .map(
            g ->
                new TaakNietOpen(
                    "Deze taak is al afgerond door "
                        + Character.toLowerCase(g.wie().charAt(0)) + g.wie().substring(1)
                        + " op "
                        + MOMENT.format(g.tijdstip().atZone(Klok.ZONE))
                        + ". Wat u invulde is niet opgeslagen."))
        .orElseGet(() -> new TaakNietOpen("Deze taak bestaat niet meer; zij is afgerond of vervallen."));
  }

  private AgendaTaak open(String taak) {
    return agenda.vind(taak).orElseThrow(() -> nietOpen(taak));
  }

  private Plek plek(AgendaTaak taak) {
    return visies.stap(taak.stap()).plek(visies.visie(taak.visie()).regios());
  }

  private void eisToegang(AgendaTaak rij, Gebruiker wie) {
    toegang.eisVastleggen(wie, plek(rij));
    if (vertrouwelijkheden.verborgen(visies.visie(rij.visie()), wie)) {
      throw new VisieNietGevonden(rij.visie());
    }
  }
}
