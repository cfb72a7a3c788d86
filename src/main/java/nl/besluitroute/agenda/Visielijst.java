package nl.besluitroute.agenda;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visions that somebody may read, page by page; late is what is late by the clock. */
@Service
@Transactional(readOnly = true)
public class Visielijst {

  /** Which visions. */
  public enum Toon {
    ALLE("1 = 1"),
    TE_LAAT("exists (select 1 from agenda_taak t where t.visie = v.id and t.sorteer <= :nu)"),
    ONDERWEG("v.afgerond_op is null"),
    VASTGESTELD("exists (select 1 from stand s where s.visie = v.id and s.waarde = 'VASTGESTELD')");

    private final String waar;

    Toon(String waar) {
      this.waar = waar;
    }
  }

  /**
   * Which visions, told apart.
   *
   * @param regio code of a region in which it runs
   * @param afgerond whether its route came to its end
   * @param stand open while nobody decided
   */
  public record Keuze(Optional<String> regio, Optional<Boolean> afgerond, Optional<Stand.Waarde> stand) {
    private String waar(Map<String, Object> waarden) {
      List<String> eisen = new ArrayList<>();
      regio.ifPresent(
          code -> {
            eisen.add("v.id in (select k.visie from visie_regio k where k.regio = :regio)");
            waarden.put("regio", code);
          });
      afgerond.ifPresent(ja -> eisen.add("v.afgerond_op is " + (ja ? "not null" : "null")));
      stand.ifPresent(
          waarde -> {
            eisen.add("coalesce((select s.waarde from stand s where s.visie = v.id), 'OPEN') = :stand");
            waarden.put("stand", waarde.name());
          });
      return eisen.isEmpty() ? "1 = 1" : String.join(" and ", eisen);
    }
  }

  private static final String LEESBAAR =
      """
      v.id in (select w.visie from visie_regio w where w.regio = any(:regios)
        union select n.visie from deelname n where n.gemeente = any(:gemeenten))
      """;

  private final NamedParameterJdbcOperations jdbc;
  private final Stukregels regels;
  private final Visies visies;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;
  private final Klok klok;

  Visielijst(
      NamedParameterJdbcOperations jdbc,
      Stukregels regels,
      Visies visies,
      Toegang toegang,
      Vertrouwelijkheden vertrouwelijkheden,
      Klok klok) {
    this.jdbc = jdbc;
    this.regels = regels;
    this.visies = visies;
    this.toegang = toegang;
    this.vertrouwelijkheden = vertrouwelijkheden;
    this.klok = klok;
  }

  /**
   * A vision in the list.
   *
   * @param stand empty while nobody decided
   * @param gemeenten how many municipalities count for it
   * @param vastOp the day since which the stand is fixed
   * @param teLaat pieces of work that are late now
   * @param nu the regional steps under way, in the order of the route
   * @param versie the newest
   */
  public record Regel(
      Visiekop visie,
      int looptijdVan,
      int looptijdTot,
      Optional<Standkop> stand,
      int gemeenten,
      Optional<LocalDate> vastOp,
      long teLaat,
      List<Onderweg> nu,
      Optional<Versiekop> versie) {}

  /**
   * By title.
   *
   * @param na id of the vision before; empty, or when it is none, for the first page
   */
  public Bladzijde<Regel> van(Gebruiker wie, Toon toon, Optional<String> na, int hoogstens) {
    return van(wie, toon.waar, new HashMap<>(), na, hoogstens);
  }

  /** The same for another choice. */
  public Bladzijde<Regel> van(Gebruiker wie, Keuze keuze, Optional<String> na, int hoogstens) {
    Map<String, Object> waarden = new HashMap<>();
    return van(wie, keuze.waar(waarden), waarden, na, hoogstens);
  }

  private Bladzijde<Regel> van(
      Gebruiker wie, String eis, Map<String, Object> waarden, Optional<String> na, int hoogstens) {
    String waar = leesbaar(wie, waarden) + " and " + eis;
    Optional<Regiovisie> vorige = na.flatMap(visies::zoek);
    if (vorige.isPresent()) {
      waar += " and (v.titel > :titel or (v.titel = :titel and v.id > :vorige))";
      waarden.put("titel", vorige.get().titel());
      waarden.put("vorige", vorige.get().id());
    }
    List<Regel> gevonden = regels.lijst(waar, hoogstens + 1, klok.instant(), waarden);
    return gevonden.size() <= hoogstens
        ? new Bladzijde<>(gevonden, Optional.empty())
        : new Bladzijde<>(
            gevonden.subList(0, hoogstens),
            Optional.of(gevonden.get(hoogstens - 1).visie().id()));
  }

  public Map<Toon, Long> aantallen(Gebruiker wie) {
    Map<String, Object> waarden = new HashMap<>();
    waarden.put("nu", klok.instant().atOffset(ZoneOffset.UTC));
    StringBuilder tellingen = new StringBuilder();
    for (Toon toon : Toon.values()) {
      tellingen.append(tellingen.isEmpty() ? "" : ", ").append("count(case when ").append(toon.waar).append(" then 1 end)");
    }
    return jdbc.queryForObject(
        "select " + tellingen + " from visie v where " + leesbaar(wie, waarden),
        waarden,
        (r, n) -> {
          Map<Toon, Long> aantallen = new EnumMap<>(Toon.class);
          for (Toon toon : Toon.values()) {
            aantallen.put(toon, r.getLong(toon.ordinal() + 1));
          }
          return aantallen;
        });
  }

  private String leesbaar(Gebruiker wie, Map<String, Object> waarden) {
    String waar = "1 = 1";
    if (!toegang.leestAlles(wie)) {
      waar = LEESBAAR;
      waarden.put("regios", bereik(wie, Toekenning::regio));
      waarden.put("gemeenten", bereik(wie, Toekenning::gemeente));
    }
    Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
    if (!verborgen.isEmpty()) {
      waar += " and v.id not in (:verborgen)";
      waarden.put("verborgen", verborgen);
    }
    return waar;
  }

  private static String[] bereik(Gebruiker wie, Function<Toekenning, String> deel) {
    return wie.toekenningen().stream()
        .map(deel)
        .filter(Objects::nonNull)
        .distinct()
        .toArray(String[]::new);
  }
}
