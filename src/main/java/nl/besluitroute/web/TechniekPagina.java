package nl.besluitroute.web;

import java.util.List;

/** The technical page, template {@code techniek}, model attribute {@code pagina}. */
record TechniekPagina(
    List<Link> kruimels, Zin antwoord, Merk stand, List<Feit> feiten, List<Storing> storingen, String meer) {

  /** @param url where the form 'opnieuw proberen' goes */
  record Storing(
      String werk, Link visie, String stap, String gemeente, String melding, String sinds, String url) {}
}
