package nl.besluitroute.agenda;

import java.util.List;

/**
 * A vision as a row of a desk names it.
 *
 * @param regios codes of its regions, the leading one first
 * @param afgerond whether its route came to its end
 */
public record Visiekop(String id, String titel, List<String> regios, boolean afgerond) {}
