package nl.besluitroute.vergaderschema;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Plek;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toegang;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.stereotype.Component;

/**
 * Whose schema somebody keeps: {@link Toegang} asked about a body. A raadscommissie is planned by
 * who plans its raad, a wethoudersstaf by who plans its college.
 */
@Component
class Schemarecht {
  private final Regios regios;
  private final Toegang toegang;
  private final Klok klok;

  Schemarecht(Regios regios, Toegang toegang, Klok klok) {
    this.regios = regios;
    this.toegang = toegang;
    this.klok = klok;
  }

  /** @throws SchemaFout when there is no such body */
  Orgaan orgaan(String id) {
    return regios
        .orgaan(id)
        .orElseThrow(() -> new SchemaFout("", "Dit overleg of bestuursorgaan bestaat niet."));
  }

  boolean magPlannen(Gebruiker wie, Orgaan orgaan) {
    return toegang.magPlannen(wie, plek(orgaan));
  }

  /**
   * The body, for who may plan for it; nobody else plans for it until this transaction ends.
   *
   * @throws SchemaFout when there is no such body
   * @throws nl.besluitroute.toegang.GeenToegang when he may not plan for it
   */
  Orgaan eisPlannen(Gebruiker wie, String id) {
    Orgaan orgaan = orgaan(id);
    toegang.eisPlannen(wie, plek(orgaan));
    return regios.vergrendelOrgaan(id);
  }

  private Plek plek(Orgaan orgaan) {
    return orgaan
        .regio()
        .map(regio -> new Plek(List.of(regio), orgaan.id(), null, null))
        .orElseGet(
            () -> {
              String gemeente = orgaan.gemeente().orElseThrow();
              return new Plek(
                  regios.regiosVan(List.of(gemeente), klok.vandaag()),
                  orgaan.id(),
                  gemeente,
                  orgaan.soort().houder());
            });
  }

  /** The bodies that somebody plans for today: those of regions first, then by municipality. */
  List<Orgaan> organen(Gebruiker wie) {
    LocalDate vandaag = klok.vandaag();
    Map<String, Orgaan> gevonden = new LinkedHashMap<>();
    Set<String> heel = new TreeSet<>(wie.regios(Rol.AMBTELIJK_SECRETARIS));
    heel.addAll(wie.regios(Rol.MANAGER));
    neem(gevonden, regios.overleggen(heel), vandaag);
    neem(gevonden, regios.organen(wie.overleggen(Rol.AMBTELIJK_SECRETARIS)), vandaag);
    neem(gevonden, eigen(wie), vandaag);
    for (String regio : heel) {
      List<String> leden = regios.leden(regio, vandaag).stream().map(Gemeente::code).toList();
      neem(gevonden, regios.organenVan(leden), vandaag);
    }
    return List.copyOf(gevonden.values());
  }

  /**
   * The bodies that are somebody's own: overleggen of her region or the one she is named for, bodies
   * of her municipality for which she records. Less than what she plans for: a region's secretary
   * plans for forty raden too.
   */
  List<Orgaan> eigenOrganen(Gebruiker wie) {
    LocalDate vandaag = klok.vandaag();
    Map<String, Orgaan> gevonden = new LinkedHashMap<>();
    Set<String> heel = new TreeSet<>(wie.regios(Rol.AMBTELIJK_SECRETARIS));
    heel.addAll(wie.regios(Rol.MANAGER));
    neem(gevonden, regios.overleggen(heel), vandaag);
    neem(gevonden, regios.organen(wie.overleggen(Rol.AMBTELIJK_SECRETARIS)), vandaag);
    neem(gevonden, eigen(wie), vandaag);
    return List.copyOf(gevonden.values());
  }

  private List<Orgaan> eigen(Gebruiker wie) {
    Set<String> gemeenten = new TreeSet<>();
    for (Toekenning t : wie.toekenningen()) {
      if (t.gemeente() != null && t.rol().legtVast()) {
        gemeenten.add(t.gemeente());
      }
    }
    return regios.organenVan(gemeenten).stream().filter(o -> magPlannen(wie, o)).toList();
  }

  private static void neem(Map<String, Orgaan> bij, Collection<Orgaan> organen, LocalDate vandaag) {
    organen.stream().filter(o -> o.geldtOp(vandaag)).forEach(o -> bij.putIfAbsent(o.id(), o));
  }
}
