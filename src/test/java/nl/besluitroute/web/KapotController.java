package nl.besluitroute.web;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that fails, to see what the reader gets. Exists in web tests only. */
@Controller
@Profile("webtest")
class KapotController {

  @GetMapping("/kapot")
  String kapot() {
    throw new IllegalStateException("for the test");
  }
}
