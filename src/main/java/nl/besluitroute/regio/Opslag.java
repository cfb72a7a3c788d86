package nl.besluitroute.regio;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface RegioOpslag extends JpaRepository<Regio, String> {
  List<Regio> findAllByOrderByNaam();

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select r from Regio r where r.code = :code")
  Optional<Regio> vergrendel(String code);
}

interface GemeenteOpslag extends JpaRepository<Gemeente, String> {
  List<Gemeente> findByCodeInOrderByNaam(Collection<String> codes);

  List<Gemeente> findAllByOrderByNaam();

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select g from Gemeente g where g.code = :code")
  Optional<Gemeente> vergrendel(String code);
}

interface LidmaatschapOpslag extends JpaRepository<Lidmaatschap, UUID> {
  List<Lidmaatschap> findByRegio(String regio);

  List<Lidmaatschap> findByGemeenteIn(Collection<String> gemeenten);

  @Query(
      """
      select g from Gemeente g where g.code in (
        select l.gemeente from Lidmaatschap l where l.regio = :regio
          and (l.van is null or l.van <= :op) and (l.tot is null or l.tot > :op))
      order by g.naam
      """)
  List<Gemeente> leden(String regio, LocalDate op);
}

interface OrgaanOpslag extends JpaRepository<Orgaan, String> {
  List<Orgaan> findByRegioInOrderByNaam(Collection<String> regio);

  List<Orgaan> findByGemeenteAndSoort(String gemeente, Orgaansoort soort);

  List<Orgaan> findByGemeenteInOrderBySoortAscNaamAsc(Collection<String> gemeenten);

  List<Orgaan> findByGemeenteInAndSoortOrderByNaam(Collection<String> gemeenten, Orgaansoort soort);

  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select o from Orgaan o where o.id = :id")
  Optional<Orgaan> vergrendel(String id);
}

interface ContactOpslag extends JpaRepository<Contact, UUID> {
  List<Contact> findByOrgaanInOrderByFunctie(Collection<String> organen);
}
