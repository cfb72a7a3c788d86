package nl.besluitroute.web;

import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Rol;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What stands on every page around its content; templates ask it as {@code @schil}. Not a model
 * attribute, as error pages need it too.
 */
@Component("schil")
class Schil {

  /** Parameters that say where in a list the reader is, not which list it is. */
  private static final Set<String> PLAATS = Set.of("na", "pagina", "open");

  private static final String MELDING = "besluitroute.melding";
  private static final String KOPIE = "besluitroute.melding.kopie";

  /** Tells in words who is signed in. */
  interface WieIsWie {

    /** Role and region or municipality of an account. */
    Wie wie(Authentication account);

    /** With the roles that he holds now; empty when the account was blocked meanwhile. */
    Optional<Gebruiker> gebruiker();
  }

  /**
   * @param rol function, as 'Ambtelijk secretaris'
   * @param waar as 'regio Gooi en Vechtstreek', or null
   */
  public record Wie(String rol, String waar) {}

  /** An entry of the main menu. */
  public record Menu(String sleutel, String tekst, String url) {}

  /**
   * A message that stands on the next page, once.
   *
   * @param kopie text to copy, or null
   */
  public record Melding(Merk.Soort soort, String tekst, String kopie) {
    public String icoon() {
      return new Merk(soort, tekst).icoon();
    }

    public String kleur() {
      return new Merk(soort, tekst).kleur();
    }
  }

  private final ObjectProvider<WieIsWie> wieIsWie;
  private final ObjectProvider<Clock> klok;

  Schil(ObjectProvider<WieIsWie> wieIsWie, ObjectProvider<Clock> klok) {
    this.wieIsWie = wieIsWie;
    this.klok = klok;
  }

  /** Null when nobody is signed in. */
  public Wie wie() {
    Authentication account = SecurityContextHolder.getContext().getAuthentication();
    if (account == null
        || !account.isAuthenticated()
        || account instanceof AnonymousAuthenticationToken) {
      return null;
    }
    WieIsWie bron = wieIsWie.getIfAvailable();
    return bron == null ? new Wie(account.getName(), null) : bron.wie(account);
  }

  /** The entries that are for these roles; an entry without roles is for everybody. */
  private record Ingang(Menu menu, Rol... rollen) {
    boolean voor(Gebruiker wie) {
      return rollen.length == 0 || Arrays.stream(rollen).anyMatch(wie::heeft);
    }
  }

  private static final List<Ingang> INGANGEN =
      List.of(
          new Ingang(new Menu("agenda", "Mijn agenda", "/agenda")),
          new Ingang(new Menu("vergaderingen", "Vergaderingen", "/vergaderingen"), Rol.AMBTELIJK_SECRETARIS),
          new Ingang(
              new Menu("regiostukken", "Regiostukken", RegiostukkenController.ADRES),
              Rol.GRIFFIER, Rol.BESTUURSSECRETARIS, Rol.BELEIDSMEDEWERKER),
          new Ingang(
              new Menu("schemas", "Schema's", SchemaController.ADRES),
              Rol.AMBTELIJK_SECRETARIS, Rol.MANAGER, Rol.GRIFFIER, Rol.BESTUURSSECRETARIS, Rol.BELEIDSMEDEWERKER),
          new Ingang(new Menu("visies", "Visies", "/visies")),
          new Ingang(new Menu("stand", "Stand", StandController.ADRES)),
          new Ingang(new Menu("gevolgd", "Gevolgd", "/gevolgd")),
          new Ingang(new Menu("routes", "Routes", RoutesController.ADRES), Rol.AMBTELIJK_SECRETARIS, Rol.MANAGER, Rol.BEHEERDER),
          new Ingang(new Menu("beheer", "Beheer", BeheerController.ADRES), Rol.BEHEERDER));

  /** What the signed-in user may open from every page. */
  public List<Menu> menu() {
    WieIsWie bron = wieIsWie.getIfAvailable();
    Optional<Gebruiker> wie = bron == null ? Optional.empty() : bron.gebruiker();
    return INGANGEN.stream()
        .filter(i -> i.rollen().length == 0 || wie.filter(i::voor).isPresent())
        .map(Ingang::menu)
        .toList();
  }

  /** What this page was asked to show, to ask a file of the same list: as '?toon=week', or nothing. */
  public String keuze() {
    if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes verzoek)
        || !verzoek.getRequest().getMethod().equals("GET")) {
      return "";
    }
    String keuze =
        verzoek.getRequest().getParameterMap().entrySet().stream()
            .filter(veld -> !PLAATS.contains(veld.getKey()))
            .flatMap(veld -> Stream.of(veld.getValue()).map(w -> code(veld.getKey()) + "=" + code(w)))
            .collect(Collectors.joining("&"));
    return keuze.isEmpty() ? "" : "?" + keuze;
  }

  private static String code(String tekst) {
    return URLEncoder.encode(tekst, StandardCharsets.UTF_8);
  }

  /** Today in words, by the system's clock, or null without one. */
  public String vandaag() {
    Clock tijd = klok.getIfAvailable();
    return tijd == null ? null : Taal.voluit(LocalDate.now(tijd));
  }

  /** Takes the message, so that it shows once; null when there is none. */
  public Melding haalMelding() {
    HttpSession sessie = sessie(false);
    if (sessie == null) {
      return null;
    }
    Object melding = sessie.getAttribute(MELDING);
    if (melding == null) {
      return null;
    }
    Object kopie = sessie.getAttribute(KOPIE);
    sessie.removeAttribute(MELDING);
    sessie.removeAttribute(KOPIE);
    return new Melding(Merk.Soort.GOED, melding.toString(), kopie == null ? null : kopie.toString());
  }

  /** Leaves a message of success for the next page that this user opens. */
  void meldStraks(String tekst) {
    meldStraks(tekst, null);
  }

  /** The same with a text to copy from it; the page that opens has the script that does so. */
  void meldStraks(String tekst, String kopie) {
    HttpSession sessie = sessie(true);
    sessie.setAttribute(MELDING, tekst);
    sessie.setAttribute(KOPIE, kopie);
  }

  private static HttpSession sessie(boolean maak) {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes verzoek
        ? verzoek.getRequest().getSession(maak)
        : null;
  }
}
