package nl.besluitroute.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request body above the limit with status 413, before anything reads it. A body that
 * tells no length is counted while it is read. A form without length is refused with 411, as the
 * container would read it past this filter.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class InvoerGrens extends OncePerRequestFilter {

  /** Thrown from the body's stream when more is read than allowed. */
  static final class TeVeelInvoer extends IOException {
    private static final long serialVersionUID = 1L;

    TeVeelInvoer(long hoogste) {
      super("request body larger than " + hoogste + " bytes");
    }
  }

  private final long hoogste;

  InvoerGrens(@Value("${besluitroute.web.hoogste-invoer:1MB}") DataSize hoogste) {
    this.hoogste = hoogste.toBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest verzoek, HttpServletResponse antwoord, FilterChain keten)
      throws ServletException, IOException {
    long lengte = verzoek.getContentLengthLong();
    if (lengte > hoogste) {
      antwoord.sendError(HttpStatus.PAYLOAD_TOO_LARGE.value());
    } else if (lengte >= 0 || verzoek.getHeader("Transfer-Encoding") == null) {
      keten.doFilter(verzoek, antwoord);
    } else if (isFormulier(verzoek)) {
      antwoord.sendError(HttpStatus.LENGTH_REQUIRED.value());
    } else {
      keten.doFilter(new Geteld(verzoek, hoogste), antwoord);
    }
  }

  private static boolean isFormulier(HttpServletRequest verzoek) {
    String soort = verzoek.getContentType();
    return soort != null
        && (soort.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
            || soort.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE));
  }

  private static final class Geteld extends HttpServletRequestWrapper {

    private final long hoogste;
    private ServletInputStream stroom;

    Geteld(HttpServletRequest verzoek, long hoogste) {
      super(verzoek);
      this.hoogste = hoogste;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      if (stroom == null) {
        stroom = new Teller(super.getInputStream(), hoogste);
      }
      return stroom;
    }

    @Override
    public BufferedReader getReader() throws IOException {
      String tekens = getCharacterEncoding();
      return new BufferedReader(
          new InputStreamReader(
              getInputStream(),
              tekens == null ? StandardCharsets.UTF_8 : Charset.forName(tekens)));
    }
  }

  private static final class Teller extends ServletInputStream {

    private final ServletInputStream bron;
    private final long hoogste;
    private long gelezen;

    Teller(ServletInputStream bron, long hoogste) {
      this.bron = bron;
      this.hoogste = hoogste;
    }

    private int tel(int aantal) throws IOException {
      if (aantal > 0) {
        gelezen += aantal;
        if (gelezen > hoogste) {
          throw new TeVeelInvoer(hoogste);
        }
      }
      return aantal;
    }

    @Override
    public int read() throws IOException {
      int teken = bron.read();
      if (teken >= 0) {
        tel(1);
      }
      return teken;
    }

    @Override
    public int read(byte[] doel, int vanaf, int lengte) throws IOException {
      return tel(bron.read(doel, vanaf, lengte));
    }

    @Override
    public boolean isFinished() {
      return bron.isFinished();
    }

    @Override
    public boolean isReady() {
      return bron.isReady();
    }

    @Override
    public void setReadListener(ReadListener luisteraar) {
      bron.setReadListener(luisteraar);
    }
  }
}
