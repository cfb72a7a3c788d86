package nl.besluitroute.beheer;

import java.time.LocalDate;
import java.util.UUID;
import nl.besluitroute.journaal.Journaal;
import nl.besluitroute.journaal.Notitie;
import nl.besluitroute.kalender.GeschrevenDatum;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.regio.Gemeente;
import nl.besluitroute.regio.Lidmaatschap;
import nl.besluitroute.regio.Orgaan;
import nl.besluitroute.regio.Orgaansoort;
import nl.besluitroute.regio.Regio;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.regio.Regios;
import nl.besluitroute.toegang.Gebruiker;
import nl.besluitroute.toegang.Toegang;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of the beheerder: which municipalities belong to a region from day to day, and which
 * bodies there are. Nothing is removed: a membership and a body end. Each throws {@link RegioFout}
 * with a sentence when it cannot be, and {@link nl.besluitroute.toegang.GeenToegang} for who is no
 * beheerder; then nothing has changed.
 */
@Service
@Transactional
public class Regiobeheer {
  private static final int MAX_REDEN = 4000;

  private final Regios regios;
  private final Toegang toegang;
  private final Journaal journaal;
  private final Klok klok;

  Regiobeheer(Regios regios, Toegang toegang, Journaal journaal, Klok klok) {
    this.regios = regios;
    this.toegang = toegang;
    this.journaal = journaal;
    this.klok = klok;
  }

  /** @param van the first day on which the municipality belongs to the region */
  public Lidmaatschap treedToe(String regio, String gemeente, LocalDate van, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Lidmaatschap lid = regios.voegLidToe(regio, gemeente, van);
    noteer(
        Notitie.van(
                wie.weergave(),
                "gemeente_bij_regio",
                gemeente(gemeente) + " hoort vanaf " + dag(van) + " bij regio " + regio(regio) + ".")
            .bijGemeente(gemeente));
    return lid;
  }

  /** @param tot the first day on which the municipality no longer belongs to the region */
  public void vertrek(UUID lidmaatschap, LocalDate tot, String reden, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisReden(reden);
    Lidmaatschap lid = regios.beeindigLid(lidmaatschap, tot);
    noteer(
        Notitie.van(
                wie.weergave(),
                "gemeente_uit_regio",
                gemeente(lid.gemeente()) + " hoort vanaf " + dag(tot) + " niet meer bij regio " + regio(lid.regio()) + ".")
            .bijGemeente(lid.gemeente())
            .omdat(reden));
  }

  public Orgaan voegOverlegToe(String regio, String naam, Orgaansoort soort, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Orgaan orgaan = regios.nieuwOverleg(regio, naam, soort, klok.vandaag());
    noteer(Notitie.van(wie.weergave(), "orgaan_toegevoegd", waar(orgaan) + ": " + orgaan.naam() + " toegevoegd."));
    return orgaan;
  }

  public Orgaan voegBestuursorgaanToe(String gemeente, String naam, Orgaansoort soort, Gebruiker wie) {
    toegang.eisBeheren(wie);
    Orgaan orgaan = regios.nieuwBestuursorgaan(gemeente, naam, soort, klok.vandaag());
    noteer(
        Notitie.van(wie.weergave(), "orgaan_toegevoegd", waar(orgaan) + ": " + orgaan.naam() + " toegevoegd.")
            .bijGemeente(gemeente));
    return orgaan;
  }

  public Orgaan hernoem(String orgaan, String naam, Gebruiker wie) {
    toegang.eisBeheren(wie);
    String was = regios.orgaan(orgaan).map(Orgaan::naam).orElse("");
    Orgaan nu = regios.hernoem(orgaan, naam, klok.vandaag());
    noteer(
        Notitie.van(
                wie.weergave(),
                "orgaan_hernoemd",
                waar(nu) + ": " + was + " heet nu " + nu.naam() + ".")
            .bijGemeente(nu.gemeente().orElse(null)));
    return nu;
  }

  /** @param tot the first day on which it is no longer to choose */
  public void beeindig(String orgaan, LocalDate tot, String reden, Gebruiker wie) {
    toegang.eisBeheren(wie);
    eisReden(reden);
    Orgaan nu = regios.beeindig(orgaan, tot, klok.vandaag());
    noteer(
        Notitie.van(
                wie.weergave(),
                "orgaan_beeindigd",
                waar(nu) + ": " + nu.naam() + " is er niet meer vanaf " + dag(tot) + ".")
            .bijGemeente(nu.gemeente().orElse(null))
            .omdat(reden));
  }

  private void noteer(Notitie notitie) {
    journaal.noteer(notitie);
  }

  private String waar(Orgaan orgaan) {
    return orgaan.regio().map(r -> "Regio " + regio(r)).orElseGet(() -> gemeente(orgaan.gemeente().orElseThrow()));
  }

  private String regio(String code) {
    return regios.regio(code).map(Regio::naam).orElse(code);
  }

  private String gemeente(String code) {
    return "Gemeente " + regios.gemeente(code).map(Gemeente::naam).orElse(code);
  }

  private static String dag(LocalDate dag) {
    return GeschrevenDatum.op(dag).tekst();
  }

  private static void eisReden(String reden) {
    if (reden == null || reden.isBlank()) {
      throw new RegioFout("reden", "Geef een reden.");
    }
    if (reden.length() > MAX_REDEN) {
      throw new RegioFout("reden", "De reden is langer dan " + MAX_REDEN + " tekens.");
    }
  }
}
