package nl.besluitroute.ondersteuning;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import nl.besluitroute.Besluitroute;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test on the whole application with its web server and the demo's content on H2 in memory, job
 * executor off. All such tests share one server, and each class finds the demo as it was at the start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = Besluitroute.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "camunda.bpm.job-execution.enabled=false",
      "besluitroute.wachtwoord.kosten=4",
      "spring.datasource.url=jdbc:h2:mem:web;DB_CLOSE_DELAY=-1",
      "spring.datasource.username=sa"
    })
@ActiveProfiles({"demo", "webtest"})
@TestExecutionListeners(listeners = VersDemo.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface Webtest {}
