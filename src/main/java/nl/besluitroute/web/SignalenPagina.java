package nl.besluitroute.web;

import java.util.List;

/**
 * Somebody's own signals and how he wants to be told, template {@code signalen}, model attribute
 * {@code pagina}.
 *
 * @param dagen the newest day first
 * @param ongelezen ids of the unread signals that stand here, for the button
 * @param meer that older ones are not shown, or null
 * @param ander the same page with, or without, what was done longer ago
 * @param leeg what stands there without signals, or null
 * @param mail whether this system can mail, and if not what that means
 * @param bevestigen that an address waits to be confirmed, or null
 */
public record SignalenPagina(
    Zin antwoord,
    List<Dag> dagen,
    List<String> ongelezen,
    String meer,
    Link ander,
    Leeg leeg,
    String mail,
    String bevestigen,
    Invulling vul) {

  public record Dag(String dag, List<Regel> regels) {}

  /**
   * @param merk what kind it is
   * @param visie title, or null
   * @param zin may be empty
   */
  public record Regel(String tijd, Merk merk, Link wat, String visie, String zin) {}
}
