package nl.besluitroute.web;

/** One choice in a select. */
record Keuze(String waarde, String tekst) {}
