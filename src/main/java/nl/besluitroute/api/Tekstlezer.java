package nl.besluitroute.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;

/** Refuses in JSON text with the NUL character: PostgreSQL does not keep it. */
@JsonComponent
class Tekstlezer extends StringDeserializer {
  private static final long serialVersionUID = 1L;

  @Override
  public String deserialize(JsonParser bron, DeserializationContext context) throws IOException {
    String tekst = super.deserialize(bron, context);
    return tekst == null || tekst.indexOf('\0') < 0
        ? tekst
        : (String) context.handleWeirdStringValue(String.class, tekst, "text with a NUL character");
  }
}
