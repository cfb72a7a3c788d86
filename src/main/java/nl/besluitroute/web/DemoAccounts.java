package nl.besluitroute.web;

import java.util.List;

/** The accounts that the sign-in page shows; a bean of this type exists in the demo profile only. */
interface DemoAccounts {

  List<AanmeldPagina.Account> accounts();
}
