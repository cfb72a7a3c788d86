package nl.besluitroute.web;

import java.util.List;
import nl.besluitroute.agenda.AgendaTaak;
import nl.besluitroute.dossier.Dossier;
import nl.besluitroute.planning.Planregel;
import nl.besluitroute.visie.Stap;
import nl.besluitroute.visieplanning.Visieplan;

/**
 * Who is late with what, and what that holds up; fragment {@code plan :: laat}.
 *
 * @param houdtOp what waits for it, in words
 */
public record Laatregel(String wie, String wat, String sinds, String houdtOp) {
  private static final int MEESTE = 3;

  public Merk merk() {
    return Merk.laat("te laat");
  }

  /** What is late in a vision, the longest first. */
  static List<Laatregel> van(Dossier d, Visieplan plan) {
    return d.taken().stream()
        .filter(AgendaTaak::teLaat)
        .flatMap(taak -> d.stap(taak.stap()).map(stap -> van(d, plan, taak, stap)).stream())
        .toList();
  }

  private static Laatregel van(Dossier d, Visieplan plan, AgendaTaak taak, Stap stap) {
    return new Laatregel(
        stap.orgaan().map(d.organen()::get).orElse("Ambtelijk secretaris"),
        stap.orgaan().isPresent() ? taak.naam() : taak.naam() + ", " + Taal.metKleineLetter(stap.naam()),
        taak.uiterlijk().map(dag -> "had klaar moeten zijn op " + Taal.dagKort(dag, d.vandaag())).orElse(""),
        houdtOp(plan.wachtOp(stap), d));
  }

  private static String houdtOp(List<Planregel> wachtenden, Dossier d) {
    return wachtenden.isEmpty()
        ? "Hierna komt geen stap meer: hiervan hangt het einde af."
        : "Houdt op: "
            + Taal.opsomming(
                wachtenden.stream()
                    .map(
                        w ->
                            Taal.metKleineLetter(w.naam())
                                + w.gepland().map(dag -> " (" + Taal.dagKort(dag, d.vandaag()) + ")").orElse(""))
                    .toList(),
                MEESTE)
            + ".";
  }
}
