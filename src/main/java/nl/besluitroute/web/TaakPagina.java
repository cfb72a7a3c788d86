package nl.besluitroute.web;

import java.util.List;

/**
 * A task and its form, template {@code taak}, model attribute {@code pagina}. The browser gets the
 * form from {@code formulierUrl} and sends what was filled in to {@code url}; the shapes are {@link
 * TaakFormulier}, {@link TaakInvoer} and {@link TaakAntwoord}.
 *
 * @param melding what to know before filling in, or null
 * @param knop what the one button does, in words
 * @param gevolgen what happens on saving, one line each
 */
record TaakPagina(
    String url,
    String formulierUrl,
    List<Link> kruimels,
    String bovenkop,
    String titel,
    String onderkop,
    String melding,
    List<Feit> feiten,
    List<String> gevolgen,
    String knop,
    Link terug) {}
