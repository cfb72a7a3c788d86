package nl.besluitroute.proces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import nl.besluitroute.proces.route.Routekeuring;
import nl.besluitroute.proces.route.Routewandeling;
import nl.besluitroute.visie.Bloksoort;
import nl.besluitroute.visie.RouteModel;
import nl.besluitroute.visie.Routes;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys routes, each together with all blocks and forms, so that the binding 'deployment' holds
 * and a running vision keeps the models with which it began. The shipped routes are deployed at
 * start; the same bytes give no new version.
 */
@Component
class Routeuitrol implements Routes, SmartLifecycle {
  /** Before the demo content, which comes before the web server and the job executor. */
  static final int FASE = 0;

  private final RepositoryService repository;
  private final ResourcePatternResolver bestanden = new PathMatchingResourcePatternResolver();
  private final Map<String, Route> gelezen = new ConcurrentHashMap<>();
  private volatile boolean gestart;

  Routeuitrol(RepositoryService repository) {
    this.repository = repository;
  }

  @Override
  public void start() {
    meegeleverd("classpath:bpmn/route_*.bpmn")
        .forEach(route -> voegToe(route.getFilename(), inhoud(route)));
    gestart = true;
  }

  @Override
  public void stop() {
    gestart = false;
  }

  @Override
  public boolean isRunning() {
    return gestart;
  }

  @Override
  public int getPhase() {
    return FASE;
  }

  @Override
  public Route voegToe(String bestandsnaam, byte[] bpmn) {
    RouteModel model = Routekeuring.van(bpmn).eis();
    DeploymentBuilder uitrol =
        repository.createDeployment().name("route " + model.sleutel()).enableDuplicateFiltering(false);
    uitrol.addInputStream(model.sleutel() + ".bpmn", new ByteArrayInputStream(bpmn));
    Blokken.PROCESSEN.stream()
        .sorted()
        .map(blok -> blok + ".bpmn")
        .forEach(naam -> uitrol.addClasspathResource("bpmn/" + naam));
    meegeleverd("classpath:forms/*.form")
        .forEach(form -> uitrol.addInputStream("forms/" + form.getFilename(), new ByteArrayInputStream(inhoud(form))));
    uitrol.deploy();
    return nieuwste(model.sleutel()).orElseThrow();
  }

  private List<Resource> meegeleverd(String patroon) {
    try {
      List<Resource> gevonden = new ArrayList<>(Arrays.asList(bestanden.getResources(patroon)));
      gevonden.sort(Comparator.comparing(Resource::getFilename));
      return gevonden;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] inhoud(Resource bestand) {
    try (InputStream in = bestand.getInputStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<Route> nieuwste(String sleutel) {
    return Optional.ofNullable(
            repository.createProcessDefinitionQuery().processDefinitionKey(sleutel).latestVersion().singleResult())
        .filter(definitie -> !Blokken.PROCESSEN.contains(definitie.getKey()))
        .map(this::lees);
  }

  @Override
  public Route versie(String versie) {
    Route bekend = gelezen.get(versie);
    if (bekend != null) {
      return bekend;
    }
    return lees(definitie(versie));
  }

  @Override
  public List<Route> alle() {
    return repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionName().asc().list().stream()
        .filter(definitie -> !Blokken.PROCESSEN.contains(definitie.getKey()))
        .filter(definitie -> !definitie.getKey().contains(EIGEN))
        .map(this::lees)
        .toList();
  }

  @Override
  public Ontwerp metOverleg(String versie, ExtraOverleg extra) {
    byte[] getekend = Routetekenaar.metOverleg(bpmn(versie), extra);
    return new Ontwerp(getekend, Routekeuring.van(getekend).eis());
  }

  @Override
  public Wandeling wandeling(byte[] bpmn) {
    return Routewandeling.op(bpmn);
  }

  @Override
  public List<Route> versies(String sleutel) {
    return Blokken.PROCESSEN.contains(sleutel)
        ? List.of()
        : repository.createProcessDefinitionQuery().processDefinitionKey(sleutel).orderByProcessDefinitionVersion().desc().list().stream()
            .map(this::lees)
            .toList();
  }

  @Override
  public Oordeel keur(byte[] bpmn) {
    Routekeuring keuring = Routekeuring.van(bpmn);
    return new Oordeel(keuring.model(), keuring.fouten());
  }

  @Override
  public byte[] bpmn(String versie) {
    return model(definitie(versie).getId());
  }

  @Override
  public byte[] blok(String versie, Bloksoort soort) {
    ProcessDefinition blok =
        repository
            .createProcessDefinitionQuery()
            .deploymentId(definitie(versie).getDeploymentId())
            .processDefinitionKey(soort.proces())
            .singleResult();
    return model(blok.getId());
  }

  private ProcessDefinition definitie(String versie) {
    try {
      return repository.getProcessDefinition(versie);
    } catch (NotFoundException | NullValueException e) {
      throw new IllegalArgumentException("No route version " + versie, e);
    }
  }

  private byte[] model(String definitie) {
    try (InputStream in = repository.getProcessModel(definitie)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Route lees(ProcessDefinition definitie) {
    return gelezen.computeIfAbsent(
        definitie.getId(),
        id -> {
          RouteModel model = Routekeuring.van(model(id)).eis();
          Instant sinds =
              repository.createDeploymentQuery().deploymentId(definitie.getDeploymentId()).singleResult()
                  .getDeploymentTime().toInstant();
          return new Route(definitie.getKey(), id, definitie.getVersion(), sinds, model);
        });
  }
}
