package cn.linli.gateway.views;

import static cn.linli.platform.web.Roles.by;

import cn.linli.gateway.routing.GatewayProperties;
import cn.linli.gateway.routing.ServiceCalls;
import cn.linli.gateway.views.cells.AppliedCounts;
import cn.linli.gateway.views.cells.CellReader;
import cn.linli.gateway.views.endpoints.Asked;
import cn.linli.gateway.views.endpoints.FigureCases;
import cn.linli.gateway.views.endpoints.FigureStream;
import cn.linli.gateway.views.endpoints.ViewRoutes;
import cn.linli.gateway.views.endpoints.WatchedFrames;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.LiveGeneration;
import cn.linli.gateway.views.reconcile.Reconciliation;
import cn.linli.gateway.views.targets.TargetLearning;
import cn.linli.gateway.views.targets.Targets;
import cn.linli.platform.access.Role;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.fold.FolderSettings;
import cn.linli.platform.fold.Folding;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.fold.TopicFolds;
import cn.linli.platform.fold.ViewAudit;
import cn.linli.platform.follow.Follower;
import cn.linli.platform.reconcile.Published;
import cn.linli.platform.reconcile.ReconcileAutoConfiguration;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Folds the topics of requests, disputes and the time bank into cells and serves the views. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsProperties.class)
@ConditionalOnProperty({"linli.mongodb.uri", "spring.kafka.bootstrap-servers"})
public class ViewsConfiguration {

  private static final String PETITIONS = "linli.gateway.services.petition";
  private static final String DISPUTES = "linli.gateway.services.mediation";

  /** Answers 503 where no such service is named. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  @Bean
  @ConditionalOnMissingBean
  Divisions divisions() {
    return new Divisions(DivisionTree.shipped());
  }

  @Bean
  FolderSettings folderSettings(
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      ViewsProperties properties,
      GatewayProperties gateway) {
    return FolderSettings.of(
        Map.of("bootstrap.servers", brokers),
        List.copyOf(properties.folds(gateway.services().keySet()).keySet()));
  }

  @Bean
  TopicFolds folds(ViewsProperties properties, GatewayProperties gateway) {
    return new TopicFolds("views", properties.folds(gateway.services().keySet()));
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnProperty(name = "linli.views.fold", matchIfMissing = true)
  Folding folding(
      FolderSettings settings, TopicFolds fold, MongoClient client, MongoDatabase database) {
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    return new Folding(settings, fold, client, database, owner);
  }

  /** {@code live = rebuilt} as a command. */
  @Bean
  ViewAudit viewAudit(
      FolderSettings settings, TopicFolds fold, MongoClient client, MongoDatabase database) {
    return new ViewAudit(settings, fold, client, database);
  }

  @Bean
  RouteTable viewAuditRoutes(Web web, ViewAudit audit) {
    return Routes.under("/api/v1/audits", web)
        .read(
            "/views",
            NoBody.class,
            ViewAudit.Verdict.class,
            by(Role.ADMIN, Role.AUDITOR),
            query -> audit.run(records -> {}))
        .about("Rebuilds all cells beside the live ones and compares cell by cell.")
        .build();
  }

  @Bean
  Generations generations(MongoClient client, MongoDatabase database) {
    return new Generations(client, database);
  }

  @Bean
  FrameReader frameReader(
      MongoClient client,
      MongoDatabase database,
      Generations generations,
      Divisions divisions,
      Targets targets,
      Clock clock) {
    return new FrameReader(
        new CellReader(client, database),
        new LiveGeneration(generations, clock),
        divisions,
        targets,
        clock);
  }

  @Bean
  Targets targets() {
    return new Targets();
  }

  @Bean(destroyMethod = "close")
  Follower targetFollower(Targets targets, GatewayProperties properties, HttpClient keeperClient) {
    var keepers = properties.services().getOrDefault("petition", List.of());
    var follower = new Follower("targets", new TargetLearning(targets, keepers, keeperClient));
    return keepers.isEmpty() ? follower : follower.start();
  }

  @Bean
  Asked asked(Divisions divisions, Clock clock, ViewsProperties properties) {
    return new Asked(divisions, clock, properties.zone());
  }

  @Bean(destroyMethod = "close")
  WatchedFrames watchedFrames(FrameReader frames, Asked asked) {
    return new WatchedFrames(frames, asked);
  }

  @Bean
  RouteTable viewRoutes(
      Web web,
      FrameReader frames,
      WatchedFrames watched,
      Generations generations,
      Asked asked,
      Clock clock,
      Environment environment) {
    URI petitions = first(environment, PETITIONS);
    URI disputes = first(environment, DISPUTES);
    return new ViewRoutes(frames, generations, asked)
        .table(
            web,
            new FigureStream(watched, asked, clock),
            new FigureCases(WebClient.builder(), petitions, disputes, asked));
  }

  private static URI first(Environment environment, String service) {
    return Binder.get(environment).bind(service, URI[].class).map(all -> all[0]).orElse(NOWHERE);
  }

  /** Counting journals and topics takes a while and a thread of its own. */
  @Bean(destroyMethod = "dispose")
  Scheduler reconciling() {
    return Schedulers.newBoundedElastic(2, 16, "reconciling");
  }

  @Bean
  RouteTable reconciliationRoutes(
      Web web,
      ServiceCalls services,
      FolderSettings settings,
      MongoDatabase database,
      Generations generations,
      Clock clock,
      ViewsProperties properties,
      GatewayProperties gateway,
      Scheduler reconciling) {
    var subjects = new HashMap<String, String>();
    properties
        .folds(gateway.services().keySet())
        .forEach((topic, fold) -> subjects.put(topic, fold.subject()));
    var reconciliation =
        new Reconciliation(
            services,
            new Published(settings.kafka(), properties.zone()),
            new AppliedCounts(database, generations),
            subjects,
            clock,
            properties.zone(),
            reconciling);
    return Routes.under("/api/v1/reconciliation", web)
        .raw(HttpMethod.GET, "", ReconcileAutoConfiguration.ROLES, reconciliation)
        .about("Per district and topic: committed, published, applied; a difference is named")
        .build();
  }
}
