/** Camunda's own Cockpit and Tasklist: for the beheerder to look at, not to change anything with. */
package nl.besluitroute.proces.cockpit;
