package nl.besluitroute.web;

import java.util.ArrayList;
import java.util.List;

/** A sentence of which some words are stressed. Immutable. */
public record Zin(List<Deel> delen) {

  public record Deel(String tekst, boolean isVet) {}

  public Zin {
    delen = List.copyOf(delen);
  }

  static Zin van(String tekst) {
    return new Zin(List.of(new Deel(tekst, false)));
  }

  static Zin metVet(String tekst) {
    return new Zin(List.of(new Deel(tekst, true)));
  }

  Zin tekst(String tekst) {
    return plus(new Deel(tekst, false));
  }

  Zin vet(String tekst) {
    return plus(new Deel(tekst, true));
  }

  private Zin plus(Deel deel) {
    var meer = new ArrayList<>(delen);
    meer.add(deel);
    return new Zin(meer);
  }
}
