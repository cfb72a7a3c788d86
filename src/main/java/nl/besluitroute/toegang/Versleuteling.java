package nl.besluitroute.toegang;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: as bcrypt, each with a salt and marked with the way it was made. */
@Configuration(proxyBeanMethods = false)
class Versleuteling {

  /**
   * @param kosten bcrypt's work factor, 4 to 31: each step doubles the time of a guess, and of a
   *     sign-in. Passwords made with another keep theirs
   */
  @Bean
  PasswordEncoder wachtwoordversleuteling(@Value("${besluitroute.wachtwoord.kosten}") int kosten) {
    return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(kosten)));
  }
}
