package nl.besluitroute.vergaderschema;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Accounts;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calendars to subscribe to, at a secret address without signing in: of a body, kept by who plans
 * for it, and of a person, with the bodies that are his at the moment of reading. There is one of
 * each; a new one ends the one before. The secret is given once, only its SHA-256 is kept.
 */
@Service
@Transactional
public class Agendafeeds {
  private static final int BYTES = 32;
  private static final Pattern GEHEIM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int DAGEN_TERUG = 92;
  private static final int JAREN_VOORUIT = 3;

  private final AgendafeedOpslag opslag;
  private final Vergaderschema schema;
  private final VergaderdatumOpslag vergaderingen;
  private final Schemarecht recht;
  private final Regios regios;
  private final Accounts accounts;
  private final Journaal journaal;
  private final Klok klok;
  private final SecureRandom toeval = new SecureRandom();

  Agendafeeds(
      AgendafeedOpslag opslag,
      Vergaderschema schema,
      VergaderdatumOpslag vergaderingen,
      Schemarecht recht,
      Regios regios,
      Accounts accounts,
      Journaal journaal,
      Klok klok) {
    this.opslag = opslag;
    this.schema = schema;
    this.vergaderingen = vergaderingen;
    this.recht = recht;
    this.regios = regios;
    this.accounts = accounts;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** When the address of a body was made; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Instant> vanOrgaan(String orgaan) {
    return opslag.findByOrgaanAndIngetrokkenOpIsNull(orgaan).stream()
        .map(Agendafeed::gemaaktOp)
        .findFirst();
  }

  /** When the address of a person was made; empty when there is none. */
  @Transactional(readOnly = true)
  public Optional<Instant> vanMij(Gebruiker wie) {
    return opslag.findByAccountAndIngetrokkenOpIsNull(wie.naam()).stream()
        .map(Agendafeed::gemaaktOp)
        .findFirst();
  }

  /** Makes the address of a body; gives its secret, 43 letters, digits, - and _. */
  public String maakVoorOrgaan(String orgaanId, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    trekIn(opslag.findByOrgaanAndIngetrokkenOpIsNull(orgaanId));
    schema.noteer(orgaan, wie, "agenda_adres_gemaakt", "adres van de agenda gemaakt.", null);
    return maak(orgaanId, null);
  }

  public void trekInVoorOrgaan(String orgaanId, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    if (trekIn(opslag.findByOrgaanAndIngetrokkenOpIsNull(orgaanId))) {
      schema.noteer(orgaan, wie, "agenda_adres_ingetrokken", "adres van de agenda ingetrokken.", null);
    }
  }

  /** Makes the address of a person; gives its secret. */
  public String maakVoorMij(Gebruiker wie) {
    trekIn(opslag.findByAccountAndIngetrokkenOpIsNull(wie.naam()));
    journaal.noteer(
        Notitie.van(wie.weergave(), "agenda_adres_gemaakt", "Adres van de eigen agenda gemaakt (" + wie.naam() + ")."));
    return maak(null, wie.naam());
  }

  public void trekInVoorMij(Gebruiker wie) {
    if (trekIn(opslag.findByAccountAndIngetrokkenOpIsNull(wie.naam()))) {
      journaal.noteer(
          Notitie.van(
              wie.weergave(), "agenda_adres_ingetrokken", "Adres van de eigen agenda ingetrokken (" + wie.naam() + ")."));
    }
  }

  private String maak(String orgaan, String account) {
    byte[] bytes = new byte[BYTES];
    toeval.nextBytes(bytes);
    String geheim = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    opslag.save(new Agendafeed(Afdruk.van(geheim), orgaan, account, klok.instant()));
    return geheim;
  }

  private boolean trekIn(List<Agendafeed> feeds) {
    feeds.forEach(f -> f.trekIn(klok.instant()));
    return !feeds.isEmpty();
  }

  /**
   * The calendar (iCalendar, UTF-8) behind a secret: from three months back to three years ahead.
   * Empty when the secret is unknown or revoked, or its account is no longer there.
   */
  @Transactional(readOnly = true)
  public Optional<String> lees(String geheim) {
    if (geheim == null || !GEHEIM.matcher(geheim).matches()) {
      return Optional.empty();
    }
    return opslag
        .findByHash(Afdruk.van(geheim))
        .filter(f -> !f.isIngetrokken())
        .flatMap(
            f ->
                f.orgaan() != null
                    ? regios.orgaan(f.orgaan()).map(o -> schrijf(o.naam(), List.of(o)))
                    : accounts
                        .zoek(f.account())
                        .map(wie -> schrijf("Vergaderingen", recht.eigenOrganen(wie))));
  }

  private String schrijf(String naam, List<Orgaan> organen) {
    LocalDate vandaag = klok.vandaag();
    List<Vergaderdatum> alle =
        organen.isEmpty()
            ? List.of()
            : vergaderingen.tussen(
                organen.stream().map(Orgaan::id).toList(),
                vandaag.minusDays(DAGEN_TERUG),
                vandaag.plusYears(JAREN_VOORUIT));
    return IcsSchrijver.schrijf(
        naam, alle, organen.stream().collect(Collectors.toMap(Orgaan::id, Orgaan::naam)));
  }
}
