package nl.besluitroute.web;

/**
 * What the browser gets when the task is done.
 *
 * @param verder the page to go to
 */
record TaakAntwoord(String verder) {}
