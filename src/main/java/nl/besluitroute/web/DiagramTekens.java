package nl.besluitroute.web;

import java.util.List;

/** What is marked on the diagram, as JSON. */
record DiagramTekens(List<Element> elementen) {

  /**
   * @param id element id in the model
   * @param stand 'hier_nu', 'gedaan' or 'overgeslagen'
   * @param tekst the words in the mark
   * @param url the block's own diagram, or null
   */
  record Element(String id, String stand, String tekst, String url) {}
}
