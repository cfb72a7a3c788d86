package nl.besluitroute.regio;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a body is reached: a function with its address or number, never a private person. */
@Entity
public class Contact {
  /** Plain addresses only: what stands here goes into the address line of a mail. */
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  private static final int MAIL_LENGTE = 254;
  private static final Pattern TELEFOON = Pattern.compile("\\+?[0-9][0-9 ()-]{5,38}");

  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private UUID id;

  private String orgaan;
  private String functie;
  private String mail;
  private String telefoon;
  private String notitie;

  /** What is entered about a contact; empty texts are none. */
  public record Gegevens(String functie, String mail, String telefoon, String notitie) {
    public Gegevens {
      functie = kaal(functie);
      mail = kaal(mail);
      telefoon = kaal(telefoon);
      notitie = kaal(notitie);
    }

    private static String kaal(String tekst) {
      return tekst == null || tekst.isBlank() ? null : tekst.strip();
    }
  }

  protected Contact() {}

  Contact(String orgaan, Gegevens g) {
    this.orgaan = orgaan;
    wijzig(g);
  }

  /** Whether this is a plain mail address, fit for the address line of a mail. */
  public static boolean isMail(String tekst) {
    return tekst.length() <= MAIL_LENGTE && MAIL.matcher(tekst).matches();
  }

  void wijzig(Gegevens g) {
    RegioFout.eis(g.functie() != null, "functie", "Noem de functie.");
    RegioFout.hoogstens("functie", g.functie(), 120);
    RegioFout.eis(
        g.mail() != null || g.telefoon() != null, "mail", "Vul een e-mailadres of een telefoonnummer in.");
    RegioFout.hoogstens("mail", g.mail(), MAIL_LENGTE);
    RegioFout.eis(
        g.mail() == null || isMail(g.mail()),
        "mail",
        "Dit is geen e-mailadres; schrijf het zoals griffie@gemeente.nl.");
    RegioFout.eis(
        g.telefoon() == null || TELEFOON.matcher(g.telefoon()).matches(),
        "telefoon",
        "Schrijf het telefoonnummer met cijfers en spaties, zoals 035 123 45 67.");
    RegioFout.hoogstens("notitie", g.notitie(), 1000);
    this.functie = g.functie();
    this.mail = g.mail();
    this.telefoon = g.telefoon();
    this.notitie = g.notitie();
  }

  public UUID id() {
    return id;
  }

  /** Id of the body. */
  public String orgaan() {
    return orgaan;
  }

  public String functie() {
    return functie;
  }

  public Optional<String> mail() {
    return Optional.ofNullable(mail);
  }

  public Optional<String> telefoon() {
    return Optional.ofNullable(telefoon);
  }

  public Optional<String> notitie() {
    return Optional.ofNullable(notitie);
  }
}
