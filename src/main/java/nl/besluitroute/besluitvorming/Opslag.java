package nl.besluitroute.besluitvorming;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BehandelingOpslag extends JpaRepository<Behandeling, UUID> {
  int countByStap(String stap);

  Optional<Behandeling> findFirstByStapOrderByVolgnrDesc(String stap);


  List<Behandeling> findByVisieOrderByStapAscVolgnrAsc(String visie);
}

interface OpmerkingOpslag extends JpaRepository<Opmerking, UUID> {
  List<Opmerking> findByVisieOrderByVolgnr(String visie);

  @Query(
      """
      select o from Opmerking o, Behandeling b
      where b.id = o.behandeling and b.stap = :stap order by b.volgnr, o.volgnr
      """)
  List<Opmerking> vanStap(String stap);
}

interface BesluitOpslag extends JpaRepository<Besluit, UUID> {
  List<Besluit> findByVisieOrderByDatumAscVolgnrAsc(String visie);
}

interface DuidingOpslag extends JpaRepository<Duiding, UUID> {
  List<Duiding> findByVisieOrderByVastgelegdOp(String visie);
}

interface CorrectieOpslag extends JpaRepository<Correctie, UUID> {
  List<Correctie> findByVisieOrderByGecorrigeerdOpAscVolgnrAsc(String visie);
}

interface StandOpslag extends JpaRepository<VisieStand, String> {}
