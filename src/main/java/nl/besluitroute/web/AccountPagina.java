package nl.besluitroute.web;

import java.util.List;

/**
 * One account, templates {@code account} and {@code mijn-account}, model attribute {@code pagina}.
 *
 * @param url of the account's forms
 * @param isDemo whether its password stays as it is
 * @param geblokkeerd since when, in words, or null while it can be used
 * @param keuzes what a role can be granted for; null where none is granted
 * @param contacten where the contacts of one's own bodies are, or null
 */
public record AccountPagina(
    List<Link> kruimels,
    String url,
    String naam,
    String weergave,
    boolean isDemo,
    String geblokkeerd,
    List<Rol> rollen,
    Rolkeuzes keuzes,
    Link contacten,
    Invulling vul) {

  /**
   * A role as it was granted.
   *
   * @param id of its grant, also in the names of its form
   * @param isTeEindigen whether it can still end earlier
   */
  public record Rol(
      String id, String naam, String waar, String van, String tot, Merk stand, boolean isTeEindigen) {}

  /**
   * @param regios groups of a region and its overleggen
   * @param vandaag first value of a date, as a date field holds it
   */
  public record Rolkeuzes(
      List<Rolkeuze> rollen, List<Groep> regios, List<Keuze> gemeenten, String vandaag) {}

  /** @param bereik {@code regio}, {@code gemeente}, {@code vrij} or {@code geen} */
  public record Rolkeuze(String waarde, String tekst, String bereik) {}

  public record Groep(String naam, List<Keuze> keuzes) {}
}
