package nl.besluitroute.vergaderschema;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.toegang.Gebruiker;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a body's agenda from a file or an address, shows what would change, and applies that in one
 * transaction. Reading the same agenda again changes nothing. Refusals as in {@link Vergaderschema}.
 *
 * <p>A meeting is known by its key in the agenda (UID). One that was read earlier and no longer is
 * in the agenda is cancelled; what was entered by hand stays. A meeting that was cancelled here
 * stays cancelled while the agenda still has it.
 */
@Service
public class Agendainlezer {
  private static final Duration BEWAARTIJD = Duration.ofDays(1);
  private static final String VERDWENEN = "Staat niet meer in de ingelezen agenda.";

  private final AgendainvoerOpslag opslag;
  private final VergaderdatumOpslag vergaderingen;
  private final Vergaderschema schema;
  private final Schemarecht recht;
  private final Agendaophaler ophaler;
  private final Klok klok;
  private final TransactionTemplate transactie;

  Agendainlezer(
      AgendainvoerOpslag opslag,
      VergaderdatumOpslag vergaderingen,
      Vergaderschema schema,
      Schemarecht recht,
      Agendaophaler ophaler,
      Klok klok,
      PlatformTransactionManager transacties) {
    this.opslag = opslag;
    this.vergaderingen = vergaderingen;
    this.schema = schema;
    this.recht = recht;
    this.ophaler = ophaler;
    this.klok = klok;
    this.transactie = new TransactionTemplate(transacties);
  }

  /** What happens to a meeting. */
  public enum Soort {
    NIEUW,
    VERPLAATST,
    /** Another title or place. */
    GEWIJZIGD,
    /** Entered here, or under another key, and from now on kept by the agenda. */
    GEKOPPELD,
    VERVALT,
    /** Left out: the body has another meeting then. */
    BOTST,
    ONGEWIJZIGD
  }

  /**
   * One meeting of the agenda, or one that is no longer in it.
   *
   * @param vergadering empty for one that is not there yet
   * @param was empty for one that is not there yet
   * @param wordt empty for one that is cancelled
   * @param waarschuwingen sentences about what is unusual
   */
  public record Wijziging(
      Soort soort,
      Optional<UUID> vergadering,
      Optional<Moment> was,
      Optional<Moment> wordt,
      Optional<String> titel,
      List<String> waarschuwingen) {}

  /**
   * What applying would do.
   *
   * @param herkomst name of the file, or of the website of an address
   * @param wijzigingen by day
   * @param opmerkingen sentences about what was left out
   */
  public record Voorbeeld(
      UUID id, String orgaan, String herkomst, List<Wijziging> wijzigingen, List<String> opmerkingen) {
    public List<Wijziging> van(Soort soort) {
      return wijzigingen.stream().filter(w -> w.soort() == soort).toList();
    }

    /** Whether applying would change anything. */
    public boolean verandertIets() {
      return wijzigingen.stream()
          .anyMatch(w -> w.soort() != Soort.ONGEWIJZIGD && w.soort() != Soort.BOTST);
    }
  }

  /** Reads a file and keeps what it says until it is applied, for a day. */
  @Transactional
  public Voorbeeld lees(String orgaanId, String bestandsnaam, byte[] bestand, Gebruiker wie) {
    Orgaan orgaan = recht.eisPlannen(wie, orgaanId);
    LocalDate vandaag = klok.vandaag();
    Agendabestand.Inhoud inhoud =
        Agendabestand.lees(bestand, vandaag, LocalDate.of(vandaag.getYear() + 2, 12, 31));
    String naam = bestandsnaam == null || bestandsnaam.isBlank() ? "bestand" : bestandsnaam.strip();
    String herkomst = naam.length() > 200 ? naam.substring(0, 199) + "…" : naam;
    Vergelijking vergelijking = vergelijk(orgaan, inhoud.regels());
    opslag.deleteByBewaardOpBefore(klok.instant().minus(BEWAARTIJD));
    Agendainvoer invoer =
        opslag.save(
            new Agendainvoer(
                orgaanId, wie.naam(), herkomst, schrijf(inhoud), vergelijking.basis(), klok.instant()));
    return voorbeeld(invoer, vergelijking, inhoud);
  }

  /** As {@link #lees}, from an address; nothing is fetched for who may not plan here. */
  public Voorbeeld leesAdres(String orgaanId, String adres, Gebruiker wie) {
    transactie.executeWithoutResult(status -> recht.eisPlannen(wie, orgaanId));
    byte[] bestand = ophaler.haal(adres);
    // Of a private agenda the rest of the address is its secret, and the journal keeps what it gets.
    return transactie.execute(status -> lees(orgaanId, ophaler.website(adres), bestand, wie));
  }

  /**
   * What was read and not applied yet.
   *
   * @throws SchemaFout when it is not there, or another user's
   */
  @Transactional
  public Voorbeeld bekijk(UUID id, Gebruiker wie) {
    Agendainvoer invoer = eis(id, wie);
    Orgaan orgaan = recht.eisPlannen(wie, invoer.orgaan());
    Agendabestand.Inhoud inhoud = leesTerug(invoer.inhoud());
    return voorbeeld(invoer, vergelijk(orgaan, inhoud.regels()), inhoud);
  }

  /**
   * Applies what was read.
   *
   * @throws SchemaFout when the schema changed since the user saw what would change
   */
  @Transactional
  public Voorbeeld voerDoor(UUID id, Gebruiker wie) {
    Agendainvoer invoer = eis(id, wie);
    Orgaan orgaan = recht.eisPlannen(wie, invoer.orgaan());
    Agendabestand.Inhoud inhoud = leesTerug(invoer.inhoud());
    Vergelijking vergelijking = vergelijk(orgaan, inhoud.regels());
    SchemaFout.eis(
        vergelijking.basis().equals(invoer.basis()),
        "",
        "Het schema is intussen veranderd; lees de agenda opnieuw in om te zien wat er verandert.");
    Voorbeeld gedaan = voorbeeld(invoer, vergelijking, inhoud);
    List<VergaderdatumVeranderd> veranderd = new ArrayList<>();
    for (Stap stap : vergelijking.stappen()) {
      pasToe(orgaan, stap, wie, veranderd);
    }
    vergaderingen.flush();
    opslag.delete(invoer);
    if (gedaan.verandertIets()) {
      schema.noteer(
          orgaan,
          wie,
          "agenda_ingelezen",
          "agenda ingelezen uit "
              + invoer.herkomst()
              + ": "
              + gedaan.van(Soort.NIEUW).size()
              + " nieuw, "
              + gedaan.van(Soort.VERPLAATST).size()
              + " verplaatst, "
              + gedaan.van(Soort.VERVALT).size()
              + " vervallen.",
          null);
    }
    schema.vertel(veranderd, wie);
    return gedaan;
  }

  private Agendainvoer eis(UUID id, Gebruiker wie) {
    return opslag
        .findById(id)
        .filter(i -> i.account().equals(wie.naam()))
        .filter(i -> i.bewaardOp().isAfter(klok.instant().minus(BEWAARTIJD)))
        .orElseThrow(
            () -> new SchemaFout("", "Deze ingelezen agenda is er niet meer; lees haar opnieuw in."));
  }

  private void pasToe(Orgaan orgaan, Stap stap, Gebruiker wie, List<VergaderdatumVeranderd> veranderd) {
    Vergaderdatum v = stap.bestaand();
    Agendabestand.Regel r = stap.regel();
    switch (stap.soort()) {
      case NIEUW -> {
        Vergaderdatum nieuw =
            vergaderingen.save(
                new Vergaderdatum(
                    orgaan.id(),
                    r.moment(),
                    r.titel(),
                    r.plaats(),
                    Vergaderdatum.Bron.INGELEZEN,
                    r.kenmerk(),
                    klok.instant()));
        veranderd.add(VergaderdatumVeranderd.nieuw(nieuw));
      }
      case VERPLAATST -> {
        Moment was = v.moment();
        v.verplaats(r.moment(), klok.instant());
        v.volg(r.kenmerk());
        beschrijf(v, r);
        String reden = "Verplaatst in de ingelezen agenda.";
        schema.noteer(
            orgaan,
            wie,
            "vergadering_verplaatst",
            "vergadering van " + was + " verplaatst naar " + v.moment() + ".",
            reden);
        veranderd.add(VergaderdatumVeranderd.verplaatst(v, was, reden));
      }
      case GEWIJZIGD -> beschrijf(v, r);
      case GEKOPPELD -> {
        v.volg(r.kenmerk());
        beschrijf(v, r);
      }
      case VERVALT -> {
        v.vervalt(VERDWENEN, klok.instant());
        v.laatLos();
        schema.noteer(
            orgaan, wie, "vergadering_vervallen", "vergadering van " + v.moment() + " vervalt.", VERDWENEN);
        veranderd.add(VergaderdatumVeranderd.vervallen(v));
      }
      case BOTST, ONGEWIJZIGD -> {
        // stays as it is
      }
    }
  }

  private void beschrijf(Vergaderdatum v, Agendabestand.Regel r) {
    if (!beschrijvingGelijk(v, r)) {
      v.beschrijf(r.titel(), r.plaats(), klok.instant());
    }
  }

  // -- comparing -------------------------------------------------------------------------------

  /** One side is null for what is new, and for what vanished. */
  private record Stap(Soort soort, Vergaderdatum bestaand, Agendabestand.Regel regel) {
    Moment moment() {
      return regel == null ? bestaand.moment() : regel.moment();
    }
  }

  private record Vergelijking(Orgaan orgaan, List<Stap> stappen, String basis) {}

  private Vergelijking vergelijk(Orgaan orgaan, List<Agendabestand.Regel> regels) {
    LocalDate vandaag = klok.vandaag();
    List<Vergaderdatum> bestaand =
        schema.vanOrgaan(orgaan.id(), vandaag, vandaag.plusYears(Vergaderschema.JAREN_VOORUIT));
    Map<String, Vergaderdatum> perKenmerk = new HashMap<>();
    bestaand.forEach(v -> v.kenmerk().ifPresent(k -> perKenmerk.put(k, v)));
    List<Stap> stappen = new ArrayList<>();
    Set<UUID> gezien = new HashSet<>();
    for (Agendabestand.Regel r : regels) {
      if (r.moment().dag().isBefore(vandaag)) {
        continue;
      }
      Vergaderdatum v = perKenmerk.get(r.kenmerk());
      if (v == null) {
        v =
            bestaand.stream()
                .filter(b -> b.isGepland() && b.kenmerk().isEmpty() && !gezien.contains(b.id()))
                .filter(b -> b.moment().equals(r.moment()))
                .findFirst()
                .orElse(null);
        stappen.add(new Stap(v == null ? Soort.NIEUW : Soort.GEKOPPELD, v, r));
      } else if (!v.isGepland()) {
        stappen.add(new Stap(Soort.ONGEWIJZIGD, v, r));
      } else {
        boolean zelfde = v.moment().equals(r.moment());
        stappen.add(
            new Stap(
                !zelfde
                    ? Soort.VERPLAATST
                    : beschrijvingGelijk(v, r) ? Soort.ONGEWIJZIGD : Soort.GEWIJZIGD,
                v,
                r));
      }
      if (v != null) {
        gezien.add(v.id());
      }
    }
    List<Vergaderdatum> verdwenen =
        new ArrayList<>(
            bestaand.stream()
                .filter(v -> v.isGepland() && v.kenmerk().isPresent() && !gezien.contains(v.id()))
                .toList());
    herken(stappen, verdwenen);
    verdwenen.forEach(v -> stappen.add(new Stap(Soort.VERVALT, v, null)));
    List<Stap> zonderBotsing = zonderBotsing(orgaan, bestaand, stappen);
    return new Vergelijking(orgaan, zonderBotsing, basis(orgaan, vandaag, bestaand, zonderBotsing));
  }

  /**
   * What vanished and what came on the same day are one meeting under another key: an agenda may make
   * its keys anew, or of the hour. Told by the hour, else when it is the only one of that day.
   */
  private static void herken(List<Stap> stappen, List<Vergaderdatum> verdwenen) {
    herken(stappen, verdwenen, (v, r) -> v.moment().equals(r.moment()), Soort.GEKOPPELD);
    herken(
        stappen,
        verdwenen,
        (v, r) ->
            v.dag().equals(r.moment().dag())
                && verdwenen.stream().filter(x -> x.dag().equals(v.dag())).count() == 1
                && stappen.stream()
                        .filter(s -> s.soort() == Soort.NIEUW && s.moment().dag().equals(v.dag()))
                        .count()
                    == 1,
        Soort.VERPLAATST);
  }

  private static void herken(
      List<Stap> stappen,
      List<Vergaderdatum> verdwenen,
      BiPredicate<Vergaderdatum, Agendabestand.Regel> zelfde,
      Soort soort) {
    stappen.replaceAll(
        s -> {
          Optional<Vergaderdatum> was =
              s.soort() == Soort.NIEUW
                  ? verdwenen.stream().filter(v -> zelfde.test(v, s.regel())).findFirst()
                  : Optional.empty();
          was.ifPresent(verdwenen::remove);
          return was.map(v -> new Stap(soort, v, s.regel())).orElse(s);
        });
  }

  private static boolean beschrijvingGelijk(Vergaderdatum v, Agendabestand.Regel r) {
    return Objects.equals(v.titel().orElse(null), r.titel())
        && Objects.equals(v.plaats().orElse(null), r.plaats());
  }

  /**
   * What would come beside another meeting is left out, and so what moves onto the place of that.
   * Repeated until nothing more is left out: each round leaves out at least one.
   */
  private static List<Stap> zonderBotsing(
      Orgaan orgaan, List<Vergaderdatum> bestaand, List<Stap> stappen) {
    List<Stap> uitkomst = new ArrayList<>(stappen);
    boolean nog = true;
    while (nog) {
      nog = false;
      Set<UUID> beweegt =
          uitkomst.stream()
              .filter(s -> s.soort() == Soort.VERPLAATST || s.soort() == Soort.VERVALT)
              .map(s -> s.bestaand().id())
              .collect(Collectors.toSet());
      Map<LocalDate, List<Moment>> bezet = new HashMap<>();
      bestaand.stream()
          .filter(v -> v.isGepland() && !beweegt.contains(v.id()))
          .forEach(v -> bezet.computeIfAbsent(v.dag(), d -> new ArrayList<>()).add(v.moment()));
      for (int i = 0; i < uitkomst.size(); i++) {
        Stap s = uitkomst.get(i);
        if (s.soort() != Soort.NIEUW && s.soort() != Soort.VERPLAATST) {
          continue;
        }
        List<Moment> opDieDag = bezet.computeIfAbsent(s.moment().dag(), d -> new ArrayList<>());
        if (!orgaan.geldtOp(s.moment().dag()) || opDieDag.stream().anyMatch(s.moment()::botstMet)) {
          uitkomst.set(i, new Stap(Soort.BOTST, s.bestaand(), s.regel()));
          nog = true;
        } else {
          opDieDag.add(s.moment());
        }
      }
    }
    return uitkomst;
  }

  private static String basis(
      Orgaan orgaan, LocalDate vandaag, List<Vergaderdatum> bestaand, List<Stap> stappen) {
    StringBuilder tekst = new StringBuilder(orgaan.id()).append('|').append(vandaag);
    for (Vergaderdatum v : bestaand) {
      tekst
          .append('\n')
          .append(v.id())
          .append('|')
          .append(v.volgnummer())
          .append('|')
          .append(v.kenmerk().orElse(""));
    }
    for (Stap s : stappen) {
      tekst.append('\n').append(s.soort()).append('|').append(s.moment());
    }
    return Afdruk.van(tekst.toString());
  }

  private Voorbeeld voorbeeld(
      Agendainvoer invoer, Vergelijking vergelijking, Agendabestand.Inhoud inhoud) {
    Vergaderschema.Dagen dagen = schema.dagen(vergelijking.orgaan());
    List<Wijziging> wijzigingen =
        vergelijking.stappen().stream()
            .sorted(
                java.util.Comparator.comparing((Stap s) -> s.moment().dag())
                    .thenComparing(s -> s.moment().toString()))
            .map(s -> wijziging(s, dagen))
            .toList();
    return new Voorbeeld(
        invoer.id(), invoer.orgaan(), invoer.herkomst(), wijzigingen, inhoud.opmerkingen());
  }

  private static Wijziging wijziging(Stap s, Vergaderschema.Dagen dagen) {
    List<String> waarschuwingen = new ArrayList<>();
    if (s.soort() == Soort.NIEUW || s.soort() == Soort.VERPLAATST) {
      waarschuwingen.addAll(dagen.waarschuwingen(s.moment().dag()));
    }
    if (s.soort() == Soort.BOTST) {
      waarschuwingen.add("Er is dan al een vergadering; deze wordt overgeslagen.");
    }
    if (s.bestaand() != null && !s.bestaand().isGepland()) {
      waarschuwingen.add("Is hier vervallen en blijft vervallen.");
    }
    return new Wijziging(
        s.soort(),
        Optional.ofNullable(s.bestaand()).map(Vergaderdatum::id),
        Optional.ofNullable(s.bestaand()).map(Vergaderdatum::moment),
        Optional.ofNullable(s.regel()).map(Agendabestand.Regel::moment),
        s.regel() == null ? s.bestaand().titel() : Optional.ofNullable(s.regel().titel()),
        List.copyOf(waarschuwingen));
  }

  // -- keeping until it is applied -------------------------------------------------------------

  private static byte[] schrijf(Agendabestand.Inhoud inhoud) {
    StringWriter uit = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(uit)) {
      inhoud.opmerkingen().forEach(o -> csv.writeRecord("opmerking", o));
      for (Agendabestand.Regel r : inhoud.regels()) {
        csv.writeRecord(
            "regel",
            r.kenmerk(),
            r.moment().dag().toString(),
            Objects.toString(r.moment().aanvang(), ""),
            Objects.toString(r.titel(), ""),
            Objects.toString(r.plaats(), ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return uit.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Agendabestand.Inhoud leesTerug(byte[] bewaard) {
    List<Agendabestand.Regel> regels = new ArrayList<>();
    List<String> opmerkingen = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder().ofCsvRecord(new String(bewaard, StandardCharsets.UTF_8))) {
      for (CsvRecord rij : csv) {
        if (rij.getField(0).equals("opmerking")) {
          opmerkingen.add(rij.getField(1));
        } else {
          String tijd = rij.getField(3);
          regels.add(
              new Agendabestand.Regel(
                  rij.getField(1),
                  new Moment(LocalDate.parse(rij.getField(2)), tijd.isEmpty() ? null : LocalTime.parse(tijd)),
                  rij.getField(4),
                  rij.getField(5)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Agendabestand.Inhoud(regels, opmerkingen);
  }
}
