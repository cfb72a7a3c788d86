package nl.besluitroute.ondersteuning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.besluitroute.Besluitroute;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test on the whole application without a web server, job executor off, on the database that the
 * run names ({@code besluitroute.test.database}: h2 or postgresql). All such tests share one context
 * and one database.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Besluitroute.class,
    webEnvironment = SpringBootTest.WebEnvironment.MOCK,
    properties = {"camunda.bpm.job-execution.enabled=false", "besluitroute.wachtwoord.kosten=4"})
@Import({Testdatabase.class, Proefomgeving.class})
@ActiveProfiles("test")
public @interface Databasetest {}
