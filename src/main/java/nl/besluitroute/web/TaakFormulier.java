package nl.besluitroute.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What form-js needs, as JSON.
 *
 * @param schema the Camunda Form as deployed
 * @param gegevens values to start with and the choices ({@code valuesKey})
 */
record TaakFormulier(JsonNode schema, Map<String, Object> gegevens) {}
