package nl.besluitroute.web;

import java.util.List;
import java.util.Optional;
import nl.besluitroute.agenda.AgendaFout;
import nl.besluitroute.agenda.OnjuisteInvoer;
import nl.besluitroute.agenda.TaakNietOpen;
import nl.besluitroute.besluitvorming.InvoerFout;
import nl.besluitroute.regio.RegioFout;
import nl.besluitroute.stuk.VersieFout;
import nl.besluitroute.toegang.AccountFout;
import nl.besluitroute.toegang.GeenToegang;
import nl.besluitroute.signalering.SignaalFout;
import nl.besluitroute.vergaderschema.SchemaFout;
import nl.besluitroute.visie.RouteGeweigerd;
import nl.besluitroute.visie.VisieFout;
import nl.besluitroute.visie.VisieNietGevonden;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The refusals of the domain in words; their own sentences are meant for the screen. */
@Component
@Order(0)
class Domeinfouten implements Foutvertaling {

  static final String NIET_OPGESLAGEN = "Er is niets opgeslagen. Verbeter wat hieronder staat.";

  @Override
  public Optional<Fout> vertaal(Throwable oorzaak) {
    return Optional.ofNullable(fout(oorzaak));
  }

  private static Fout fout(Throwable t) {
    if (t instanceof GeenToegang) {
      return Fout.van(HttpStatus.FORBIDDEN, "Dit mag u niet bekijken of doen", t.getMessage());
    }
    if (t instanceof VisieNietGevonden) {
      return Fout.van(HttpStatus.NOT_FOUND, "Niet gevonden", "Deze visie bestaat niet, of u mag haar niet inzien.");
    }
    if (t instanceof AccountFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof RegioFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof SchemaFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof SignaalFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof TaakNietOpen) {
      return Fout.van(HttpStatus.CONFLICT, "Iemand anders was u voor", t.getMessage());
    }
    if (t instanceof ConcurrencyFailureException) {
      return Fout.van(
          HttpStatus.CONFLICT,
          "Niet opgeslagen",
          "Iemand anders wijzigde dit tegelijk met u. Er is niets opgeslagen; laad de pagina opnieuw"
              + " en kijk of het nog nodig is.");
    }
    if (t instanceof OnjuisteInvoer fouten) {
      return invoer(
          NIET_OPGESLAGEN,
          fouten.fouten().stream().map(f -> new Fout.Veldfout(f.veld(), f.zin())).toList());
    }
    if (t instanceof AgendaFout fout) {
      return invoer("", fout.getMessage());
    }
    if (t instanceof InvoerFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof VersieFout fout) {
      return invoer(fout.veld(), fout.getMessage());
    }
    if (t instanceof VisieFout) {
      return invoer("", t.getMessage());
    }
    if (t instanceof RouteGeweigerd) {
      return new Fout(
          HttpStatus.UNPROCESSABLE_ENTITY, "De route is geweigerd", t.getMessage(), List.of(), null);
    }
    if (t instanceof TypeMismatchException) {
      return Fout.van(HttpStatus.NOT_FOUND);
    }
    return null;
  }

  private static Fout invoer(String veld, String zin) {
    return veld == null || veld.isEmpty()
        ? invoer(zin, List.of())
        : invoer(NIET_OPGESLAGEN, List.of(new Fout.Veldfout(veld, zin)));
  }

  private static Fout invoer(String zin, List<Fout.Veldfout> velden) {
    return new Fout(HttpStatus.UNPROCESSABLE_ENTITY, "Niet opgeslagen", zin, velden, null);
  }
}
