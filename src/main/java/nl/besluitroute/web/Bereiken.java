package nl.besluitroute.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Rol;
import nl.besluitroute.toegang.Toekenning;
import org.springframework.stereotype.Component;

/** Puts the scope of roles into words, the names of many read together. */
@Component
class Bereiken {
  private final Regios regios;

  Bereiken(Regios regios) {
    this.regios = regios;
  }

  /** As 'Soest', 'regio Eemland', 'Uitvoeringsoverleg, regio Eemland' or 'het hele systeem'. */
  Map<Toekenning, String> waar(Collection<Toekenning> toekenningen) {
    Set<String> regio = new HashSet<>();
    Set<String> gemeente = new HashSet<>();
    Set<String> orgaan = new HashSet<>();
    for (Toekenning t : toekenningen) {
      if (t.regio() != null) {
        regio.add(t.regio());
      }
      if (t.gemeente() != null) {
        gemeente.add(t.gemeente());
      }
      if (t.orgaan() != null) {
        orgaan.add(t.orgaan());
      }
    }
    Map<String, String> regios = this.regios.regioNamen(regio);
    Map<String, String> gemeenten = this.regios.namen(gemeente);
    Map<String, String> organen =
        this.regios.organen(orgaan).stream().collect(Collectors.toMap(Orgaan::id, Orgaan::naam));
    Map<Toekenning, String> waar = new HashMap<>();
    for (Toekenning t : toekenningen) {
      String inRegio = t.regio() == null ? null : "regio " + regios.get(t.regio());
      waar.put(
          t,
          t.gemeente() != null
              ? gemeenten.get(t.gemeente())
              : t.orgaan() != null
                  ? organen.get(t.orgaan()) + ", " + inRegio
                  : inRegio != null ? inRegio : t.rol() == Rol.LEZER ? "alle regio's" : "het hele systeem");
    }
    return waar;
  }

  static List<Keuze> gemeenten(Regios regios) {
    return regios.alleGemeenten().stream().map(g -> new Keuze(g.code(), g.naam())).toList();
  }

  /** The code of a municipality by its name or code; null when left empty, and the text when unknown. */
  static String gemeente(Regios regios, String tekst) {
    if (tekst.isEmpty()) {
      return null;
    }
    return regios.alleGemeenten().stream()
        .filter(g -> g.naam().equalsIgnoreCase(tekst) || g.code().equalsIgnoreCase(tekst))
        .map(g -> g.code())
        .findFirst()
        .orElse(tekst);
  }
}
