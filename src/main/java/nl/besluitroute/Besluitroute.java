package nl.besluitroute;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of the application. */
@SpringBootApplication
public class Besluitroute {

  public static void main(String[] args) {
    SpringApplication.run(Besluitroute.class, args);
  }
}
