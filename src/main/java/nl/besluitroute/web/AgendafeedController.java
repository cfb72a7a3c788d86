package nl.besluitroute.web;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import nl.besluitroute.vergaderschema.Agendafeeds;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Calendars for who knows their secret address; without signing in. */
@Controller
class AgendafeedController {

  static final String ADRES = "/kalender";

  private static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Agendafeeds feeds;

  AgendafeedController(Agendafeeds feeds) {
    this.feeds = feeds;
  }

  @GetMapping(ADRES + "/{geheim}.ics")
  ResponseEntity<byte[]> agenda(@PathVariable String geheim) {
    return feeds
        .lees(geheim)
        .map(
            ics ->
                ResponseEntity.ok()
                    .contentType(ICALENDAR)
                    .cacheControl(CacheControl.maxAge(15, TimeUnit.MINUTES).cachePrivate())
                    .body(ics.getBytes(StandardCharsets.UTF_8)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Deze agenda bestaat niet."));
  }
}
