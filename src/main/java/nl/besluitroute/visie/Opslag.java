package nl.besluitroute.visie;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.besluitroute.regio.Orgaansoort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

// A list of keys goes in as one array, in SQL: JPQL with a list is translated anew at each call.
interface VisieOpslag extends JpaRepository<Regiovisie, String> {
  @Query(nativeQuery = true, value = "select * from visie where id = any(:ids)")
  List<Regiovisie> metIds(String[] ids);

  /** Where one of these takes part, now or before. */
  @Query(
      nativeQuery = true,
      value =
          """
          select w.visie from visie_regio w where w.regio = any(:regios)
          union select d.visie from deelname d where d.gemeente = any(:gemeenten)
          """)
  List<String> idsVan(String[] regios, String[] gemeenten);

  @Query("select v.id from Regiovisie v")
  List<String> alleIds();

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select v from Regiovisie v where v.id = :id")
  Optional<Regiovisie> vergrendel(String id);

  List<Regiovisie> findAllByOrderByTitel();

  /** How many visions still travel each version of each route. */
  @Query(
      """
      select v.route as route, v.routeVersie as versie, count(v) as aantal
      from Regiovisie v where v.afgerondOp is null group by v.route, v.routeVersie
      """)
  List<Onderweg> onderweg();

  /** Where a region or a municipality takes part, now or before; an empty list matches none. */
  @Query(
      """
      select distinct v from Regiovisie v left join v.regios r
      where r in :regios or v.id in (select d.visie from Deelname d where d.gemeente in :gemeenten)
      order by v.titel
      """)
  List<Regiovisie> vanRegiosEnGemeenten(Collection<String> regios, Collection<String> gemeenten);

  interface Onderweg {
    String getRoute();

    String getVersie();

    long getAantal();
  }
}

interface RegiorouteOpslag extends JpaRepository<Regioroute, String> {
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Regioroute r where r.sleutel = :sleutel")
  Optional<Regioroute> vergrendel(String sleutel);
}

interface RouteversieOpslag extends JpaRepository<Routeversie, String> {
  List<Routeversie> findByRoute(String route);
}

interface RouteconceptOpslag extends JpaRepository<Routeconcept, UUID> {
  @Modifying
  @Query("delete from Routeconcept c where c.bewaardOp < :grens")
  void ruimOp(Instant grens);
}

interface DeelnameOpslag extends JpaRepository<Deelname, UUID> {
  List<Deelname> findByVisie(String visie);

  @Query(nativeQuery = true, value = "select * from deelname where visie = any(:visies)")
  List<Deelname> vanVisies(String[] visies);
}

interface VertrouwelijkheidOpslag extends JpaRepository<Vertrouwelijkheid, UUID> {
  List<Vertrouwelijkheid> findByVisie(String visie);

  @Query(nativeQuery = true, value = "select * from vertrouwelijkheid where visie = any(:visies)")
  List<Vertrouwelijkheid> vanVisies(String[] visies);

  List<Vertrouwelijkheid> findByStapIsNullAndVersieIsNull();

  List<Vertrouwelijkheid> findByVisieAndStapIsNullAndVersieIsNull(String visie);
}

interface StapOpslag extends JpaRepository<Stap, String> {
  List<Stap> findByVisieOrderByVolgordeAscIdAsc(String visie);

  List<Stap> findByVergadering(UUID vergadering);

  /** Planned for a day in a meeting of a body, and tied to none. */
  @Query(
      """
      select s from Stap s where s.orgaan = :orgaan and s.vergadering is null and s.schriftelijk = false
        and s.gepland.eerste = :dag and s.gepland.laatste = :dag
      """)
  List<Stap> losOp(String orgaan, LocalDate dag);

  /** Under way in a body, or in any of a kind. */
  @Query(
      """
      select s from Stap s, Orgaan o where o.id = s.orgaan and s.toestand = :loopt
        and (o.id = :orgaan or :orgaan is null and o.soort = :soort)
      order by s.id
      """)
  List<Stap> lopendBij(String orgaan, Orgaansoort soort, Stap.Toestand loopt);

  List<Stap> findByVisieAndElement(String visie, String element);

  List<Stap> findByGemeenteAndSoort(String gemeente, Stap.Soort soort);

  List<Stap> findByVisieAndGemeente(String visie, String gemeente);

  @Query(nativeQuery = true, value = "select * from stap where id = any(:ids)")
  List<Stap> metIds(String[] ids);
}
