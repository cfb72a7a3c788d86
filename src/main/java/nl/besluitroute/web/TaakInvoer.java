package nl.besluitroute.web;

import java.util.Map;

/** What the browser sends: the values of the form by key. */
record TaakInvoer(Map<String, Object> invoer) {}
