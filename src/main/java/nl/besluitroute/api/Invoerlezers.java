package nl.besluitroute.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.boot.jackson.JsonComponent;

/** Refuses in JSON what no database holds: it is no valid body, and not an error of ours. */
@JsonComponent
class Invoerlezers {
  private static final int EERSTE_JAAR = 1900;
  private static final int LAATSTE_JAAR = 2199;

  /** A day of a year that somebody can mean. */
  static class Dag extends JsonDeserializer<LocalDate> {
    @Override
    public LocalDate deserialize(JsonParser bron, DeserializationContext context) throws IOException {
      LocalDate dag = LocalDateDeserializer.INSTANCE.deserialize(bron, context);
      return dag == null || dag.getYear() >= EERSTE_JAAR && dag.getYear() <= LAATSTE_JAAR
          ? dag
          : (LocalDate)
              context.handleWeirdStringValue(LocalDate.class, dag.toString(), "no year that somebody means");
    }
  }

  /** Text without the NUL character, which PostgreSQL does not keep. */
  static class Tekst extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public String deserialize(JsonParser bron, DeserializationContext context) throws IOException {
      String tekst = super.deserialize(bron, context);
      return tekst == null || tekst.indexOf('\0') < 0
          ? tekst
          : (String) context.handleWeirdStringValue(String.class, tekst, "text with a NUL character");
    }
  }
}
