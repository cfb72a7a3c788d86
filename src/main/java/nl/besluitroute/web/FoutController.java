package nl.besluitroute.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Errors that never reached a controller: refused by a filter, or thrown while rendering. */
@Controller
class FoutController implements ErrorController {

  private final FoutAfhandeling fouten;

  FoutController(FoutAfhandeling fouten) {
    this.fouten = fouten;
  }

  @RequestMapping("${server.error.path:/error}")
  Object fout(HttpServletRequest verzoek) {
    Object code = verzoek.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer getal ? HttpStatus.resolve(getal) : null;
    var oorzaak = (Throwable) verzoek.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (oorzaak != null) {
      return fouten.antwoord(fouten.vertaal(oorzaak), oorzaak, verzoek);
    }
    // Without a code somebody typed this address himself.
    return fouten.antwoord(
        Fout.van(status == null ? HttpStatus.NOT_FOUND : status), null, verzoek);
  }
}
