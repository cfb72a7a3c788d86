package nl.besluitroute.agenda;

import static nl.besluitroute.agenda.Deskrij.datumkolommen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visie.Visies;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the bodies of a region treat in a year, over all its visions. */
@Service
@Transactional(readOnly = true)
public class Jaarplan {
  /** More than a region brings to its bodies in a year. */
  public static final int MEESTE_VISIES = 50;

  private static final String SQL =
      "select s.visie, v.titel, s.id, s.naam, s.soort, s.toestand, s.gemeente, "
          + datumkolommen("s", "gepland")
          + ", "
          + datumkolommen("s", "werkelijk")
          + """
            from stap s join visie v on v.id = s.visie
            where s.visie = any(:visies)
              and s.visie in (select r.visie from visie_regio r where r.regio = :regio)
              and s.toestand <> 'VERVALLEN'
              and (s.gemeente = any(:gemeenten) or s.gemeente is null and (s.soort <> 'LOKAAL'
                or not exists (select 1 from stap e
                  where e.visie = s.visie and e.element = s.element and e.gemeente = any(:gemeenten))))
              and coalesce(s.werkelijk_laatste, s.gepland_laatste) between :van and :tot
            order by v.titel, v.id, coalesce(s.werkelijk_laatste, s.gepland_laatste), s.volgorde, s.id
            """;

  private final NamedParameterJdbcOperations jdbc;
  private final Visies visies;

  Jaarplan(NamedParameterJdbcOperations jdbc, Visies visies) {
    this.jdbc = jdbc;
    this.visies = visies;
  }

  /**
   * A step in the year, by the last day that its date can mean.
   *
   * @param gemeente code, for a step of the user's own municipality
   */
  public record Punt(
      String stap,
      String naam,
      Stap.Soort soort,
      Stap.Toestand toestand,
      Optional<String> gemeente,
      GeschrevenDatum datum) {}

  /** A vision with what of it falls in the year, the earliest first. */
  public record Regel(String visie, String titel, List<Punt> punten) {}

  /**
   * The visions of a region that the user may read and of which a step falls in the year, by title;
   * at most {@link #MEESTE_VISIES}. With the regional steps and those of the user's own
   * municipalities; for who has none, the local decisions as the one step of the route.
   */
  public List<Regel> van(Gebruiker wie, String regio, int jaar) {
    Set<String> leesbaar = visies.leesbareIds(wie);
    Map<String, Regel> regels = new LinkedHashMap<>();
    jdbc.query(
        SQL,
        Map.of(
            "visies", leesbaar.toArray(String[]::new),
            "regio", regio,
            "gemeenten", gemeenten(wie),
            "van", LocalDate.of(jaar, 1, 1),
            "tot", LocalDate.of(jaar, 12, 31)),
        r -> {
          String visie = r.getString("visie");
          if (!regels.containsKey(visie) && regels.size() == MEESTE_VISIES) {
            return;
          }
          String titel = r.getString("titel");
          Optional<GeschrevenDatum> gepland = Deskrij.geschreven(r, "s_gepland");
          regels
              .computeIfAbsent(visie, id -> new Regel(id, titel, new ArrayList<>()))
              .punten()
              .add(
                  new Punt(
                      r.getString("id"),
                      r.getString("naam"),
                      Stap.Soort.valueOf(r.getString("soort")),
                      Stap.Toestand.valueOf(r.getString("toestand")),
                      Optional.ofNullable(r.getString("gemeente")),
                      Deskrij.geschreven(r, "s_werkelijk").or(() -> gepland).orElseThrow()));
        });
    return List.copyOf(regels.values());
  }

  /** Codes of the regions of which the user may read a vision. */
  public List<String> regios(Gebruiker wie) {
    return jdbc.queryForList(
        "select distinct regio from visie_regio where visie = any(:visies) order by regio",
        Map.of("visies", visies.leesbareIds(wie).toArray(String[]::new)),
        String.class);
  }

  private static String[] gemeenten(Gebruiker wie) {
    return wie.toekenningen().stream()
        .map(Toekenning::gemeente)
        .filter(Objects::nonNull)
        .distinct()
        .toArray(String[]::new);
  }
}
