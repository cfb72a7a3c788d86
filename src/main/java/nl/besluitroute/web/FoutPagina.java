package nl.besluitroute.web;

/**
 * An error in words, template {@code fout}, model attribute {@code pagina}.
 *
 * @param nummer to be given to the administrator, or null when it is not his business
 */
public record FoutPagina(int status, String titel, String zin, String nummer, Link verder) {}
