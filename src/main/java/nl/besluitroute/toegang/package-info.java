/**
 * Who may do what: accounts, roles and their scope. Every use case asks {@link
 * nl.besluitroute.toegang.Toegang}; hides how accounts are kept, so that another way of signing in
 * comes in beside it.
 */
@org.springframework.modulith.ApplicationModule(
    displayName = "Toegang",
    allowedDependencies = {"regio", "kalender", "journaal"})
package nl.besluitroute.toegang;
