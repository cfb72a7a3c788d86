package nl.besluitroute.web;

import java.util.List;

/**
 * The meetings of a body, template {@code schema}, model attribute {@code pagina}.
 *
 * @param url of the page and the start of that of its forms
 * @param magPlannen whether this user sees the forms
 * @param adres when the calendar's address was made, in words; null when there is none
 */
public record SchemaPagina(
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String url,
    Zin antwoord,
    boolean magPlannen,
    List<Maand> maanden,
    List<RecesRij> reces,
    List<TermijnRij> termijnen,
    String adres,
    String vandaag,
    Invulling vul) {

  /** The kinds of term that can be set. */
  public List<Keuze> termijnkeuzes() {
    return termijnen.stream().map(t -> new Keuze(t.sleutel(), t.naam())).toList();
  }

  public record Maand(String id, String kop, List<Rij> rijen) {}

  /**
   * @param wijzig to the page on which it moves; null when it does not
   * @param waarschuwing what is unusual about the day, or null
   */
  public record Rij(
      String dag, String tijd, String titel, String plaats, String bron, Merk stand, String reden, String waarschuwing, Link wijzig) {}

  /** @param verwijder address of the form that removes it; null when it is not this body's */
  public record RecesRij(String naam, String dagen, String van, String verwijder) {}

  /**
   * @param herkomst who gave it, in words
   * @param voorbeeld what it means for the next meeting, or null
   */
  public record TermijnRij(String sleutel, String naam, String vanaf, String termijn, String herkomst, String voorbeeld) {}

  /** The bodies that somebody plans for; template {@code schemas}. */
  public record Overzicht(Zin antwoord, List<Groep> groepen, String adres) {}

  public record Groep(String id, String kop, List<OrgaanRij> organen) {}

  public record OrgaanRij(Link schema, String soort, String volgende, String aantal) {}

  /** One meeting with its forms; template {@code schema-vergadering}. */
  public record Vergadering(
      List<Link> kruimels, String bovenkop, String titel, String url, List<String> waarschuwingen, Invulling vul) {}

  /** What a repetition would add; template {@code schema-reeks}. */
  public record Reeks(
      List<Link> kruimels, String bovenkop, String url, Zin antwoord, List<Keuze> velden, List<Dag> dagen, boolean isTeDoen) {}

  /** @param waarom why it is passed over, or null */
  public record Dag(String dag, String waarom) {}

  /** What an agenda would change; template {@code schema-inlezen}. */
  public record Inlezen(
      List<Link> kruimels,
      String bovenkop,
      String herkomst,
      String url,
      Zin antwoord,
      List<String> opmerkingen,
      List<Wijziging> wijzigingen,
      String ongewijzigd,
      boolean isTeDoen,
      String fout) {}

  public record Wijziging(Merk soort, String was, String wordt, String titel, List<String> waarschuwingen) {}

  /**
   * What the beheerder keeps; template {@code beheer-kalender}.
   *
   * @param wijzig the form for the one that is being changed, or null
   */
  public record Beheer(
      List<Link> kruimels,
      List<VakantieRij> vakanties,
      List<VerkiezingRij> verkiezingen,
      List<SoortRij> soorten,
      List<GebiedRij> recessen,
      List<Keuze> termijnsoorten,
      List<Keuze> gebieden,
      Wijzig wijzig,
      Invulling vul) {}

  public record GebiedRij(String id, String naam, String waar, String dagen) {}

  /**
   * The form that changes one holiday or reces, with fields {@code naam}, {@code van}, {@code tot}.
   *
   * @param wat in words
   * @param isVakantie whether it also has {@code landsdeel}
   * @param inReces how many meetings fall in reces by it now, in words, or null
   */
  public record Wijzig(String url, String wat, boolean isVakantie, String inReces) {}

  public record VakantieRij(String id, String naam, String landsdeel, String dagen) {}

  public record VerkiezingRij(String dag, String dagInWoorden, String naam) {}

  public record SoortRij(String sleutel, String naam, List<String> termijnen) {}
}
