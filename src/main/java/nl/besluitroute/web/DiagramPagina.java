package nl.besluitroute.web;

import java.util.List;

/**
 * The diagram of a vision's route or of one of its blocks, template {@code visie-diagram}, model
 * attributes {@code visie} and {@code pagina}. The browser gets the model from {@code bpmnUrl} and
 * {@link DiagramTekens} from {@code tekensUrl}.
 *
 * @param omhoog from a block back to the route, or null on the route itself
 * @param rijen the same in words, in the order of the route
 */
public record DiagramPagina(String kop, Link omhoog, String bpmnUrl, String tekensUrl, List<Rij> rijen) {

  /**
   * @param naam with a link to the block's own diagram, or without
   * @param bij date or outcome, or null
   */
  public record Rij(Link naam, VisieKop.Voortgang voortgang, String bij) {}
}
