package nl.besluitroute.web;

import java.util.List;

/**
 * The visions that somebody follows and what changed, template {@code gevolgd}.
 *
 * @param rijen what changed last on top
 * @param dagen what was noted since he last looked, the newest day first
 * @param leeg what stands there without rows, or null
 */
public record GevolgdPagina(Zin antwoord, List<Rij> rijen, List<Dag> dagen, String meer, Leeg leeg) {

  /**
   * @param sinds when he last looked, in words
   * @param stand what changed
   * @param volgUrl where he stops following
   */
  public record Rij(Link visie, String stand, String sinds, Merk nieuw, String volgUrl) {}

  public record Dag(String dag, List<Regel> regels) {}

  public record Regel(String tijd, Link visie, String tekst, String wie) {}
}
