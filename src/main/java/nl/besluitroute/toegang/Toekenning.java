package nl.besluitroute.toegang;

/**
 * A role with its scope.
 *
 * @param regio code of the region, for a regional role
 * @param gemeente code of the municipality, for a local role
 */
public record Toekenning(Rol rol, String regio, String gemeente) {}
