package nl.besluitroute.proces;

import java.util.Date;
import java.util.List;
import nl.besluitroute.kalender.Klok;
import nl.besluitroute.proces.route.RouteToelating;
import nl.besluitroute.toegang.Accounts;
import org.camunda.bpm.engine.impl.migration.validation.activity.SupportedActivityValidator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** How the engine is set up beyond its properties. */
@Component
class EngineInrichting extends AbstractCamundaConfiguration {
  static final int POGINGEN = 10;

  private final ApplicationContext context;
  private final Klok klok;
  private final ModelLuisteraar luisteraar;

  EngineInrichting(ApplicationContext context, Klok klok, ModelLuisteraar luisteraar) {
    this.context = context;
    this.klok = klok;
    this.luisteraar = luisteraar;
  }

  static {
    // A block is a call activity like any other to a migration; the engine knows its own classes only.
    SupportedActivityValidator.SUPPORTED_ACTIVITY_BEHAVIORS.add(Passage.Blok.class);
  }

  @Override
  public void preInit(SpringProcessEngineConfiguration configuratie) {
    configuratie.setBeans(new Delegaten.Register(context));
    configuratie.setCustomPreDeployers(List.of(new RouteToelating()));
    configuratie.setCustomPreBPMNParseListeners(List.of(luisteraar));
    configuratie.setIdentityProviderSessionFactory(
        Identiteiten.fabriek(() -> context.getBean(Accounts.class)));
    // A watch that meets a completion may lose against it; it is tried again until one of both is done.
    configuratie.setDefaultNumberOfRetries(POGINGEN);
    configuratie.setCustomIncidentHandlers(List.of(new Storingsmelder()));
    // Nothing of the engine's own is cleaned up, measured or sent; ours is the journal.
    configuratie.setHistoryCleanupEnabled(false);
    configuratie.setMetricsEnabled(false);
    configuratie.setTaskMetricsEnabled(false);
    configuratie.setEnableExceptionsAfterUnhandledBpmnError(true);
    // A refused input is an answer, no fault: who called logs what he cannot put into words.
    configuratie.setEnableCmdExceptionLogging(false);
    configuratie.setJavaSerializationFormatEnabled(false);
    configuratie.setEnableFetchProcessDefinitionDescription(false);
    configuratie.setEnableFetchScriptEngineFromProcessApplication(false);
    configuratie.setEnableScriptEngineLoadExternalResources(false);
    configuratie.setEnableScriptEngineNashornCompatibility(false);
    // Work that may run at once sorts by its moment too, beside the timers.
    configuratie.setEnsureJobDueDateNotNull(true);
    // The engine's clock is a static one; it follows ours.
    klok.bijWijziging(
        moment ->
            moment.ifPresentOrElse(
                vast -> ClockUtil.setCurrentTime(Date.from(vast)), ClockUtil::reset));
  }
}
