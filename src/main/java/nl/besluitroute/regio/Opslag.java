package nl.besluitroute.regio;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RegioOpslag extends JpaRepository<Regio, String> {
  List<Regio> findAllByOrderByNaam();
}

interface GemeenteOpslag extends JpaRepository<Gemeente, String> {
  List<Gemeente> findByCodeInOrderByNaam(Collection<String> codes);

}

interface LidmaatschapOpslag extends JpaRepository<Lidmaatschap, java.util.UUID> {
  List<Lidmaatschap> findByRegio(String regio);

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
}
