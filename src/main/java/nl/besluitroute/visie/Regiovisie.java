package nl.besluitroute.visie;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.besluitroute.kalender.Klok;

/** One text on its way to adoption, in one or two regions. */
@Entity
@Table(name = "visie")
public class Regiovisie {
  private static final DateTimeFormatter DAG =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("nl"));

  @Id private String id;
  private String titel;
  private String gevraagdBesluit;
  private int looptijdVan;
  private int looptijdTot;

  @Enumerated(EnumType.STRING)
  @Column(length = 40)
  private Vaststellingsregel regel;
  private String route;
  private String routeVersie;
  private Instant gestartOp;
  private Instant afgerondOp;
  private LocalDate streefdatum;
  private Instant opgeschortOp;
  private String opgeschortReden;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "visie_regio", joinColumns = @JoinColumn(name = "visie"))
  @OrderColumn(name = "volgorde")
  @Column(name = "regio")
  private List<String> regios = new ArrayList<>();

  @Version private Long slot;

  protected Regiovisie() {}

  Regiovisie(VisieStarten.Opdracht opdracht, String routeVersie, Instant gestartOp) {
    this.id = opdracht.id();
    this.titel = opdracht.titel();
    this.gevraagdBesluit = opdracht.gevraagdBesluit();
    this.looptijdVan = opdracht.looptijdVan();
    this.looptijdTot = opdracht.looptijdTot();
    this.regel = opdracht.regel();
    this.route = opdracht.route();
    this.regios = new ArrayList<>(opdracht.regios());
    this.routeVersie = routeVersie;
    this.gestartOp = gestartOp;
  }

  public String id() {
    return id;
  }

  public String titel() {
    return titel;
  }

  public String gevraagdBesluit() {
    return gevraagdBesluit;
  }

  public int looptijdVan() {
    return looptijdVan;
  }

  public int looptijdTot() {
    return looptijdTot;
  }

  public Vaststellingsregel regel() {
    return regel;
  }

  /** Key of the route, such as {@code route_raden}. */
  public String route() {
    return route;
  }

  /** The version of the route that this vision travels; see {@link Routes}. */
  public String routeVersie() {
    return routeVersie;
  }

  public Instant gestartOp() {
    return gestartOp;
  }

  public Optional<Instant> afgerondOp() {
    return Optional.ofNullable(afgerondOp);
  }

  /** Codes of the regions, the leading one first. */
  public List<String> regios() {
    return List.copyOf(regios);
  }

  /** The vision goes on by another route, or another version of its route. */
  void volg(String route, String routeVersie, Vaststellingsregel regel) {
    this.route = route;
    this.routeVersie = routeVersie;
    this.regel = regel;
  }

  /** The day on which every municipality has decided at the latest; empty when none was set. */
  public Optional<LocalDate> streefdatum() {
    return Optional.ofNullable(streefdatum);
  }

  void streefNaar(LocalDate dag) {
    this.streefdatum = dag;
  }

  void rondAf(Instant op) {
    this.afgerondOp = op;
  }

  /** When it was suspended; empty while it goes on. */
  public Optional<Instant> opgeschortOp() {
    return Optional.ofNullable(opgeschortOp);
  }

  /** Why it was suspended; empty while it goes on. */
  public Optional<String> opgeschortReden() {
    return Optional.ofNullable(opgeschortReden);
  }

  /**
   * Whatever records something of the vision, or changes it, asks this first.
   *
   * @throws VisieFout while it is suspended
   */
  public void eisNietOpgeschort() {
    if (opgeschortOp != null) {
      throw new VisieFout(opgeschort() + " Hervat haar eerst.");
    }
  }

  /** That it is suspended, since when (Europe/Amsterdam) and why, as a sentence. */
  String opgeschort() {
    String reden = opgeschortReden.matches("(?s).*[.!?]") ? opgeschortReden : opgeschortReden + ".";
    return "Deze visie is opgeschort sinds " + DAG.format(opgeschortOp.atZone(Klok.ZONE)) + ": " + reden;
  }

  void schortOp(Instant op, String reden) {
    this.opgeschortOp = op;
    this.opgeschortReden = reden;
  }

  void hervat() {
    this.opgeschortOp = null;
    this.opgeschortReden = null;
  }
}
