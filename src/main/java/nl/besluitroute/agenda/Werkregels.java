package nl.besluitroute.agenda;

import static nl.besluitroute.agenda.Deskrij.datumkolommen;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.visie.Doel;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the names that stand beside open work, for a whole page in one statement. */
@Service
@Transactional(readOnly = true)
public class Werkregels {
  private static final String SQL =
      "select g.taak, k.titel, k.opgeschort_op, s.naam as stap, s.doel, "
          + datumkolommen("s", "gepland")
          + ", o.naam as orgaan, o.soort as orgaansoort, m.naam as gemeente, "
          + Deskrij.VERSIEKOLOMMEN
          + """
            , (select b.verzendversie from behandeling b
               where b.stap = g.stap and b.conclusie is null and not b.vervallen
               order by b.volgnr desc limit 1) as verzonden
            from agenda_taak g
            join agenda_kop k on k.visie = g.visie
            join stap s on s.id = g.stap
            left join orgaan o on o.id = g.orgaan
            left join gemeente m on m.code = g.gemeente
            where g.taak = any(:taken)
            """;

  private final NamedParameterJdbcOperations jdbc;

  Werkregels(NamedParameterJdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** In the order of the work; what was done meanwhile is left out. */
  public List<Werkregel> van(List<AgendaTaak> werk) {
    if (werk.isEmpty()) {
      return List.of();
    }
    Map<String, AgendaTaak> taken = new HashMap<>();
    werk.forEach(t -> taken.put(t.taak(), t));
    Map<String, Werkregel> regels = new HashMap<>();
    jdbc.query(
        SQL,
        Map.of("taken", taken.keySet().toArray(String[]::new)),
        r -> {
          AgendaTaak taak = taken.get(r.getString("taak"));
          Optional<String> gemeente = Optional.ofNullable(r.getString("gemeente"));
          String orgaan = r.getString("orgaan");
          regels.put(
              taak.taak(),
              new Werkregel(
                  taak,
                  r.getString("titel"),
                  Optional.ofNullable(Deskrij.moment(r, "opgeschort_op")),
                  r.getString("stap"),
                  Doel.valueOf(r.getString("doel")),
                  Deskrij.geschreven(r, "s_gepland"),
                  Optional.ofNullable(
                      orgaan != null && gemeente.isPresent()
                          ? Orgaansoort.valueOf(r.getString("orgaansoort")).naam()
                          : orgaan),
                  gemeente,
                  Deskrij.versie(r),
                  taak.soort().equals("taak_conclusieVastleggen")
                      ? Optional.ofNullable(r.getString("verzonden"))
                      : Optional.empty()));
        });
    return werk.stream().map(t -> regels.get(t.taak())).filter(Objects::nonNull).toList();
  }
}
