package nl.besluitroute.vergaderschema;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.LockModeType;
import nl.besluitroute.regio.Orgaansoort;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface VergaderdatumOpslag extends JpaRepository<Vergaderdatum, UUID> {
  @Query(
      """
      select v from Vergaderdatum v where v.orgaan in :organen and v.dag >= :van and v.dag <= :totEnMet
      order by v.dag, v.aanvang, v.id
      """)
  List<Vergaderdatum> tussen(Collection<String> organen, LocalDate van, LocalDate totEnMet);

  /** Neither moved nor cancelled by another until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_READ)
  @Query("select v from Vergaderdatum v where v.id in :ids order by v.id")
  List<Vergaderdatum> houdVast(Collection<UUID> ids);
}

interface RecesOpslag extends JpaRepository<Reces, UUID> {
  @Query(
      """
      select r from Reces r
      where r.orgaan in :organen or r.gemeente in :gemeenten or r.regio in :regios
      order by r.van, r.naam
      """)
  List<Reces> van(Collection<String> organen, Collection<String> gemeenten, Collection<String> regios);

  /** That of municipalities and regions, in order. */
  List<Reces> findByOrgaanIsNullOrderByVanAscNaamAsc();
}

interface SchoolvakantieOpslag extends JpaRepository<Schoolvakantie, UUID> {
  List<Schoolvakantie> findAllByOrderByVanAscLandsdeelAsc();

  List<Schoolvakantie> findByLandsdeelAndTotEnMetGreaterThanEqualOrderByVan(
      Schoolvakantie.Landsdeel landsdeel, LocalDate vanaf);
}

interface VerkiezingOpslag extends JpaRepository<Verkiezing, LocalDate> {
  List<Verkiezing> findAllByOrderByDag();
}

interface TermijnregelOpslag extends JpaRepository<Termijnregel, UUID> {
  /** Those of every kind, and of these bodies. */
  @Query("select r from Termijnregel r where r.orgaan is null or array_contains(:organen, r.orgaan)")
  List<Termijnregel> vanSoortenEn(String[] organen);

  List<Termijnregel> findByOrgaanIsNull();

  Optional<Termijnregel> findByOrgaanAndSoort(String orgaan, Termijnsoort soort);

  Optional<Termijnregel> findByOrgaansoortAndSoort(Orgaansoort orgaansoort, Termijnsoort soort);
}

interface AgendafeedOpslag extends JpaRepository<Agendafeed, UUID> {
  Optional<Agendafeed> findByHash(String hash);

  List<Agendafeed> findByOrgaanAndIngetrokkenOpIsNull(String orgaan);

  List<Agendafeed> findByAccountAndIngetrokkenOpIsNull(String account);
}

interface AgendainvoerOpslag extends JpaRepository<Agendainvoer, UUID> {
  void deleteByBewaardOpBefore(Instant moment);
}
