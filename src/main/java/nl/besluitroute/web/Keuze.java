package nl.besluitroute.web;

/** One choice in a select. */
public record Keuze(String waarde, String tekst) {}
