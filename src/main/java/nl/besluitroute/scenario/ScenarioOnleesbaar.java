package nl.besluitroute.scenario;

import java.util.List;
import java.util.stream.Collectors;

/** A scenario file cannot be read or breaks its schema; nothing was done with it. */
public final class ScenarioOnleesbaar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fout> fouten;

  /**
   * One fault in Dutch.
   *
   * @param regel line in the file, from 1
   * @param kolom column in that line, from 1
   */
  public record Fout(int regel, int kolom, String zin) {

    @Override
    public String toString() {
      return "regel " + regel + ", kolom " + kolom + ": " + zin;
    }
  }

  ScenarioOnleesbaar(List<Fout> fouten) {
    super(fouten.stream().map(Fout::toString).collect(Collectors.joining("\n")));
    this.fouten = List.copyOf(fouten);
  }

  ScenarioOnleesbaar(int regel, int kolom, String zin) {
    this(List.of(new Fout(regel, kolom, zin)));
  }

  /** The faults in the order of the file; at least one. */
  public List<Fout> fouten() {
    return fouten;
  }
}
