package nl.besluitroute.dossier;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.besluitvorming.Besluit;
import nl.besluitroute.besluitvorming.Opmerking;
import nl.besluitroute.journaal.Gebeurtenis;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.stuk.Versie;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.visie.Regiovisie;
import nl.besluitroute.visie.Vertrouwelijkheden;
import nl.besluitroute.visie.Visies;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Searches all that a reader may see, in the words in which it was recorded. Every word must be
 * found, whole or as a part, in capitals or not. What is hidden from the reader is not there: not in
 * the results, not in their number, and not on a next page.
 */
@Service
public class Zoeken {
  /** More words make no question clearer. */
  static final int MAX_WOORDEN = 6;

  private static final int MAX_VRAAG = 200;
  private static final Pattern KENMERK = Pattern.compile("[0-9a-f]{4,64}");

  /** Where something can be found, in the order of the page. */
  public enum Groep {
    VISIES,
    VERSIES,
    OPMERKINGEN,
    BESLUITEN,
    GESCHIEDENIS,
    OVERLEGGEN,
    GEMEENTEN
  }

  /**
   * Something that was found.
   *
   * @param visie to which it belongs; null for a body or municipality
   * @param ding what it is: a {@link Regiovisie}, {@link Versie}, {@link Opmerking}, {@link Besluit},
   *     {@link Gebeurtenis}, {@link Orgaan} or {@link Gemeente}
   * @param tekst the text in which the words stand
   */
  public record Treffer(Regiovisie visie, Object ding, String tekst) {}

  /** @param meer whether a next page holds more */
  public record Lijst(Groep groep, List<Treffer> treffers, boolean meer) {}

  private final EntityManager em;
  private final Visies visies;
  private final Vertrouwelijkheden vertrouwelijkheden;

  Zoeken(EntityManager em, Visies visies, Vertrouwelijkheden vertrouwelijkheden) {
    this.em = em;
    this.visies = visies;
    this.vertrouwelijkheden = vertrouwelijkheden;
  }

  /** The words that are looked for, in small letters; empty when the question is too short. */
  public static List<String> woorden(String vraag) {
    String kort = vraag.length() > MAX_VRAAG ? vraag.substring(0, MAX_VRAAG) : vraag;
    List<String> woorden =
        Arrays.stream(kort.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(w -> !w.isEmpty())
            .distinct()
            .limit(MAX_WOORDEN)
            .toList();
    return woorden.stream().mapToInt(String::length).sum() < 2 ? List.of() : woorden;
  }

  /** The groups in which something was found, each with its first results. */
  @Transactional(readOnly = true)
  public List<Lijst> alles(String vraag, int perGroep, Gebruiker wie) {
    Vraag v = vraag(vraag, wie);
    return v.woorden.isEmpty()
        ? List.of()
        : lijsten(Arrays.stream(Groep.values()).map(groep -> vondsten(groep, v, 0, perGroep)).toList()).stream()
            .filter(lijst -> !lijst.treffers().isEmpty())
            .toList();
  }

  /** @param bladzijde from 0 */
  @Transactional(readOnly = true)
  public Lijst groep(Groep groep, String vraag, int bladzijde, int perBladzijde, Gebruiker wie) {
    Vraag v = vraag(vraag, wie);
    return v.woorden.isEmpty()
        ? new Lijst(groep, List.of(), false)
        : lijsten(List.of(vondsten(groep, v, bladzijde, perBladzijde))).get(0);
  }

  /** A question with what its reader may see. */
  private record Vraag(
      List<String> woorden, Set<String> visies, Vertrouwelijkheden.Verborgen verborgen) {}

  private Vraag vraag(String vraag, Gebruiker wie) {
    Set<String> leesbaar = visies.leesbareIds(wie);
    return new Vraag(woorden(vraag), leesbaar, vertrouwelijkheden.verborgen(leesbaar, wie));
  }

  /** What is found of a kind, before the visions to which it belongs are read. */
  private record Vondst(String visie, Object ding, String tekst) {}

  private record Vondsten(Groep groep, List<Vondst> getoond, boolean meer) {}

  private Vondsten vondsten(Groep groep, Vraag v, int bladzijde, int per) {
    List<Vondst> gevonden =
        switch (groep) {
          case VISIES ->
              zoek(
                      v, Regiovisie.class,
                      "visie x where x.id = any(:visies)",
                      List.of("x.titel", "x.id", "x.gevraagd_besluit"),
                      "x.titel, x.id", bladzijde, per)
                  .map(x -> new Vondst(x.id(), x, tekst(v, x.gevraagdBesluit(), "Kenmerk " + x.id())))
                  .toList();
          case VERSIES ->
              zoek(
                      v, Versie.class,
                      "versie x where x.visie = any(:visies) and concat(x.visie, '/', x.nummer) <> all(:versies)",
                      List.of("x.nummer", "x.toelichting", "x.kenmerk", "o.naam", "o.tekst", "o.kenmerk"),
                      "x.datum desc, x.id", bladzijde, per)
                  .map(x -> new Vondst(x.visie(), x, tekst(v, teksten(x))))
                  .toList();
          case OPMERKINGEN ->
              zoek(
                      v, Opmerking.class,
                      "opmerking x join behandeling b on b.id = x.behandeling where x.visie = any(:visies) and b.stap <> all(:stappen)",
                      List.of("x.tekst", "x.antwoord_tekst"),
                      "x.visie, b.stap, b.volgnr, x.volgnr", bladzijde, per)
                  .map(x -> new Vondst(x.visie(), x, tekst(v, x.tekst(), x.antwoordTekst())))
                  .toList();
          case BESLUITEN ->
              zoek(
                      v, Besluit.class,
                      "besluit x where x.visie = any(:visies) and x.stap <> all(:stappen)",
                      List.of("x.dictum", "x.amendement", "x.nummer"),
                      "x.datum desc, x.id", bladzijde, per)
                  .map(
                      x ->
                          new Vondst(
                              x.visie(),
                              x,
                              tekst(
                                  v, x.dictum().orElse(null), x.amendement().orElse(null),
                                  x.nummer() == null ? null : "Nummer " + x.nummer())))
                  .toList();
          case GESCHIEDENIS ->
              zoek(
                      v, Gebeurtenis.class,
                      "journaal x where x.visie = any(:visies) and x.soort <> 'taak_afgerond'"
                          + " and (x.stap is null or x.stap <> all(:stappen))"
                          + " and (x.versie is null or concat(x.visie, '/', x.versie) <> all(:versies))",
                      List.of("x.tekst", "x.reden"),
                      "x.tijdstip desc, x.id desc", bladzijde, per)
                  .map(x -> new Vondst(x.visie(), x, tekst(v, x.tekst(), x.reden())))
                  .toList();
          case OVERLEGGEN ->
              zoek(v, Orgaan.class, "orgaan x where 1 = 1", List.of("x.naam"), "x.naam, x.id", bladzijde, per)
                  .map(x -> new Vondst(null, x, x.naam()))
                  .toList();
          case GEMEENTEN ->
              zoek(v, Gemeente.class, "gemeente x where 1 = 1", List.of("x.naam", "x.code"), "x.naam, x.code", bladzijde, per)
                  .map(x -> new Vondst(null, x, x.naam()))
                  .toList();
        };
    boolean meer = gevonden.size() > per;
    return new Vondsten(groep, meer ? gevonden.subList(0, per) : gevonden, meer);
  }

  /** With their visions, read at once. */
  private List<Lijst> lijsten(List<Vondsten> alle) {
    Map<String, Regiovisie> perId =
        visies.visies(
            alle.stream()
                .flatMap(groep -> groep.getoond().stream())
                .map(Vondst::visie)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    return alle.stream()
        .map(
            groep ->
                new Lijst(
                    groep.groep(),
                    groep.getoond().stream()
                        .map(x -> new Treffer(perId.get(x.visie()), x.ding(), x.tekst()))
                        .toList(),
                    groep.meer()))
        .toList();
  }

  /** Rows in which every word stands in one of the fields; one more than asked tells of a next page. */
  @SuppressWarnings("unchecked")
  private <T> Stream<T> zoek(
      Vraag v, Class<T> soort, String van, List<String> velden, String volgorde, int bladzijde, int per) {
    Map<String, Object> waarden = new HashMap<>();
    List<String> eisen = new ArrayList<>();
    for (String woord : v.woorden) {
      String w = "w" + eisen.size();
      waarden.put(w, "%" + woord.replaceAll("[!%_]", "!$0") + "%");
      eisen.add(
          velden.stream()
              .map(
                  veld ->
                      veld.startsWith("o.")
                          ? "x.id in (select o.versie from versie_onderdeel o join versie y on y.id = o.versie where y.visie = any(:visies) and " + like(veld, w) + ")"
                          : like(veld, w))
              .collect(Collectors.joining(" or ", "(", ")")));
    }
    String waar = String.join(" and ", eisen);
    // A fingerprint is shown in groups of four, so it is asked for in groups too.
    String aaneen = String.join("", v.woorden);
    if (velden.contains("x.kenmerk") && KENMERK.matcher(aaneen).matches()) {
      waarden.put("kenmerk", aaneen + "%");
      waar = "(" + waar + ") or x.kenmerk like :kenmerk";
    }
    String sql = "select x.* from " + van + " and (" + waar + ") order by " + volgorde;
    Query vraag = em.createNativeQuery(sql, soort);
    if (sql.contains(":visies")) {
      waarden.put("visies", v.visies.toArray(String[]::new));
    }
    if (sql.contains(":stappen")) {
      waarden.put("stappen", v.verborgen.stappen().toArray(String[]::new));
    }
    if (sql.contains(":versies")) {
      waarden.put("versies", v.verborgen.versies().toArray(String[]::new));
    }
    waarden.forEach(vraag::setParameter);
    return vraag.setFirstResult(bladzijde * per).setMaxResults(per + 1).getResultList().stream();
  }

  private static String like(String veld, String woord) {
    return "lower(" + veld + ") like :" + woord + " escape '!'";
  }

  private static String[] teksten(Versie versie) {
    return Stream.concat(
            versie.onderdelen().stream().map(o -> o.tekst() == null ? o.naam() : o.naam() + ": " + o.tekst()),
            Stream.of(versie.toelichting(), "Kenmerk " + versie.kenmerk().hex()))
        .toArray(String[]::new);
  }

  /** The text with most of the words; the first when there is none. */
  private static String tekst(Vraag v, String... teksten) {
    return Arrays.stream(teksten)
        .filter(Objects::nonNull)
        .reduce((a, b) -> telt(v, b) > telt(v, a) ? b : a)
        .orElse("");
  }

  private static long telt(Vraag v, String tekst) {
    String klein = tekst.toLowerCase(Locale.ROOT);
    return v.woorden.stream().filter(klein::contains).count();
  }
}
