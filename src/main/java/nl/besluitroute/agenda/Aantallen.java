package nl.besluitroute.agenda;

/**
 * How much work there is in a choice, by when it falls due; {@code teLaat + dezeWeek + later =
 * alle}.
 *
 * @param aanMij of all, how much is assigned to the reader
 * @param opTeVolgen of all, how much somebody wanted to come back to today or earlier
 */
public record Aantallen(
    long alle, long teLaat, long dezeWeek, long later, long aanMij, long opTeVolgen) {}
