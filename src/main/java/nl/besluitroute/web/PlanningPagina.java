package nl.besluitroute.web;

import java.util.List;
import nl.besluitroute.web.GemeentenPagina.Cel;

/**
 * Tab with all dates of a vision, template {@code visie-planning}, model attributes {@code visie}
 * and {@code pagina}.
 *
 * @param fouten why a change was refused; empty when none was
 * @param plan over the calendars of the bodies, or null when the route came to its end
 * @param routeWijzigen to the page that changes the route, or null when this user does not
 * @param opschorten the form that suspends the vision, or null when this user does not
 */
public record PlanningPagina(
    Zin antwoord,
    List<Invoerfout> fouten,
    Planvak plan,
    List<Rij> rijen,
    Link routeWijzigen,
    Opschortvorm opschorten) {

  /**
   * A form post with field {@code reden}.
   *
   * @param reden as it was refused, or null
   */
  public record Opschortvorm(String url, String reden) {}

  /**
   * @param bij the body, when the step is called otherwise, or null
   * @param lokaal the municipalities' own steps below this one, or null
   * @param wijzigen the form for another date, or null when this user changes none here
   */
  public record Rij(
      String stap,
      String bij,
      Cel oorspronkelijk,
      Cel gepland,
      Cel gehouden,
      Merk toestand,
      String bijzonderheden,
      Lokaal lokaal,
      Datumvorm wijzigen) {

    /** Whether a second row follows. */
    public boolean isUitgebreid() {
      return lokaal != null || wijzigen != null;
    }
  }

  /**
   * @param zonderDatum as '2 zonder datum', or null
   * @param isOpen whether it shows unfolded
   */
  public record Lokaal(String kop, String zonderDatum, boolean isOpen, List<Rij> rijen) {}

  /**
   * The form for another date, a form post with fields {@code stap}, {@code datum} (as written),
   * {@code reden} and, of an overleg, {@code schriftelijk}.
   *
   * @param id unique on the page
   * @param stap id of the step
   * @param naam of the step
   * @param isOverleg whether it can be a schriftelijke ronde
   * @param datumFout why the date was refused, or null
   * @param redenFout why the reason was refused, or null
   */
  public record Datumvorm(
      String id,
      String url,
      String stap,
      String naam,
      boolean isOverleg,
      String datum,
      String reden,
      String datumFout,
      String redenFout) {

    public boolean isGeweigerd() {
      return datumFout != null || redenFout != null;
    }
  }
}
