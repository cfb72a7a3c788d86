package nl.besluitroute.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.agenda.Bladzijde;
import nl.besluitroute.besluitvorming.Stand;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Vertrouwelijkheden;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visions that somebody may read, by page: the database chooses, sorts and counts. */
@Service
@Transactional(readOnly = true)
public class Visielijst {

  /** Which visions. */
  public enum Toon {
    ALLE(""),
    TE_LAAT(" and exists (select t.taak from AgendaTaak t where t.visie = v.id and t.wacht = :laat)"),
    ONDERWEG(" and v.afgerondOp is null"),
    VASTGESTELD(
        " and exists (select s.visie from VisieStand s where s.visie = v.id and s.waarde = :vast)");

    private final String waar;

    Toon(String waar) {
      this.waar = waar;
    }
  }

  private static final String LEESBAAR =
      """
      (v.id in (select w.id from Regiovisie w join w.regios r where r in :regios)
        or v.id in (select n.visie from Deelname n where n.gemeente in :gemeenten))
      """;

  private final EntityManager em;
  private final Toegang toegang;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Visielijst(EntityManager em, Toegang toegang, Vertrouwelijkheden vertrouwelijkheden) {
    this.em = em;
    this.toegang = toegang;
    this.vertrouwelijkheden = vertrouwelijkheden;
  }

  /**
   * By title.
   *
   * @param na id of the vision before; empty, or when it is none, for the first page
   */
  public Bladzijde<Regiovisie> van(Gebruiker wie, Toon toon, Optional<String> na, int hoogstens) {
    Optional<Regiovisie> vorige = na.map(id -> em.find(Regiovisie.class, id));
    String vanaf =
        vorige.isEmpty() ? "" : " and (v.titel > :titel or (v.titel = :titel and v.id > :vorige))";
    TypedQuery<String> vraag =
        vraag("select v.id", toon, vanaf + " order by v.titel, v.id", wie, String.class)
            .setMaxResults(hoogstens + 1);
    vorige.ifPresent(v -> vraag.setParameter("titel", v.titel()).setParameter("vorige", v.id()));
    List<String> gevonden = vraag.getResultList();
    List<String> ids = gevonden.subList(0, Math.min(hoogstens, gevonden.size()));
    return new Bladzijde<>(
        lees(ids),
        gevonden.size() > hoogstens ? Optional.of(ids.get(hoogstens - 1)) : Optional.empty());
  }

  /** In the order of these ids, each with its regions, in one query. */
  private List<Regiovisie> lees(List<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<String, Regiovisie> perId =
        em
            .createQuery(
                "select distinct v from Regiovisie v left join fetch v.regios where v.id in :ids",
                Regiovisie.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(Regiovisie::id, Function.identity()));
    return ids.stream().map(perId::get).toList();
  }

  public Map<Toon, Long> aantallen(Gebruiker wie) {
    Map<Toon, Long> aantallen = new EnumMap<>(Toon.class);
    for (Toon toon : Toon.values()) {
      aantallen.put(toon, vraag("select count(v)", toon, "", wie, Long.class).getSingleResult());
    }
    return aantallen;
  }

  private <T> TypedQuery<T> vraag(
      String wat, Toon toon, String achter, Gebruiker wie, Class<T> soort) {
    boolean alles = toegang.leestAlles(wie);
    Set<String> verborgen = vertrouwelijkheden.verborgenVisies(wie);
    TypedQuery<T> vraag =
        em.createQuery(
            wat
                + " from Regiovisie v where "
                + (alles ? "1 = 1" : LEESBAAR)
                + (verborgen.isEmpty() ? "" : " and v.id not in :verborgen")
                + toon.waar
                + achter,
            soort);
    if (!alles) {
      vraag.setParameter("regios", bereik(wie, Toekenning::regio));
      vraag.setParameter("gemeenten", bereik(wie, Toekenning::gemeente));
    }
    if (!verborgen.isEmpty()) {
      vraag.setParameter("verborgen", verborgen);
    }
    if (toon == Toon.TE_LAAT) {
      vraag.setParameter("laat", AgendaTaak.Wacht.TE_LAAT);
    }
    if (toon == Toon.VASTGESTELD) {
      vraag.setParameter("vast", Stand.Waarde.VASTGESTELD);
    }
    return vraag;
  }

  /** An empty list is no list to every database. */
  private static Set<String> bereik(Gebruiker wie, Function<Toekenning, String> deel) {
    Set<String> bereik =
        wie.toekenningen().stream().map(deel).filter(Objects::nonNull).collect(Collectors.toSet());
    return bereik.isEmpty() ? Set.of("") : bereik;
  }
}
