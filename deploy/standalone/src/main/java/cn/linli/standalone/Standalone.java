package cn.linli.standalone;

import cn.linli.gateway.Gateway;
import cn.linli.gateway.GatewayStore;
import cn.linli.mediation.MediationService;
import cn.linli.mediation.MediationStore;
import cn.linli.petition.PetitionService;
import cn.linli.petition.PetitionStore;
import cn.linli.platform.access.DemoIssuer;
import cn.linli.platform.access.ServiceCredential;
import cn.linli.standalone.demo.DemoTokens;
import cn.linli.standalone.simulator.Simulator;
import cn.linli.timebank.TimebankService;
import cn.linli.timebank.TimebankStore;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Runs the whole platform in one JVM until it is told to stop (Ctrl-C or SIGTERM). */
public final class Standalone {
  private final Settings settings;
  private final Report report;
  private final Services services = new Services();
  private final DemoIssuer issuer = new DemoIssuer();

  private Standalone(Settings settings, Report report) {
    this.settings = settings;
    this.report = report;
  }

  public static void main(String[] arguments) {
    var report = new Report(System.out, ManagementFactory.getRuntimeMXBean().getStartTime());
    try {
      new Standalone(Settings.of(System.getenv()), report).run();
    } catch (RuntimeException e) {
      report.line("Not started: " + reason(e));
      Runtime.getRuntime().exit(1);
    }
  }

  private void run() {
    Logs.configure(settings);
    report.line("Linli starts; data in " + settings.home());
    var home = HomeLock.take(settings.home());
    requireFree("LINLI_PORT", settings.address(), settings.gatewayPort());
    requireFree("LINLI_PETITION_PORT", "127.0.0.1", settings.petitionPort());
    requireFree("LINLI_MEDIATION_PORT", "127.0.0.1", settings.mediationPort());
    requireFree("LINLI_TIMEBANK_PORT", "127.0.0.1", settings.timebankPort());
    var servers = Servers.start(settings, report);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, home), "linli-stop"));
    LostBroker.endsTheProcess(report::line);
    startServices(
        servers,
        EventTopics.make(
            servers.brokers(),
            List.of(
                settings.petitionTopic(), settings.mediationTopic(), settings.timebankTopic())));
    Readiness.await(
        settings.petitionPort(),
        settings.mediationPort(),
        settings.timebankPort(),
        settings.gatewayPort());
    if (settings.stopWhenReady()) {
      Runtime.getRuntime().exit(0);
    }
    report.block(Welcome.text(settings, issuer));
    if (settings.demoCity()) {
      new Simulator(
              "http://127.0.0.1:" + settings.gatewayPort(), issuer, settings.data(), report::line)
          .start();
    }
  }

  /** Asked before anything is started: a minute later the answer would cost a minute. */
  private static void requireFree(String variable, String address, int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new StartRefused(
          "Port %d of %s cannot be used (%s); set %s to another one."
              .formatted(port, address, e.getMessage(), variable));
    }
  }

  private void startServices(Servers servers, Map<String, Integer> partitions) {
    var petition = common("petition", settings.petitionPort(), servers, PetitionStore::migrate);
    var mediation = common("mediation", settings.mediationPort(), servers, MediationStore::migrate);
    var timebank = common("timebank", settings.timebankPort(), servers, TimebankStore::migrate);
    var gateway = common("gateway", settings.gatewayPort(), servers, GatewayStore::migrate);
    publishes(petition, settings.petitionTopic(), partitions);
    publishes(mediation, settings.mediationTopic(), partitions);
    publishes(timebank, settings.timebankTopic(), partitions);
    petition.put("linli.referral.mediation-topic", settings.mediationTopic());
    mediation.put("linli.referral.petition-topic", settings.petitionTopic());
    mediation.put("linli.referral.petition-uri", "http://127.0.0.1:" + settings.petitionPort());
    mediation.put("linli.attachments.path", "/api/v1/disputes/attachments");
    petition.put("linli.referral.timebank-topic", settings.timebankTopic());
    timebank.put("linli.timebank.petition-topic", settings.petitionTopic());
    timebank.put("linli.timebank.mediation-topic", settings.mediationTopic());
    timebank.put("linli.timebank.own-topic", settings.timebankTopic());
    timebank.put("linli.attachments.path", "/api/v1/bank/attachments");
    gateway.put("linli.views.topic", settings.petitionTopic());
    gateway.put("linli.views.mediation-topic", settings.mediationTopic());
    gateway.put("linli.views.timebank-topic", settings.timebankTopic());
    gateway.put("server.address", settings.address());
    gateway.put("linli.gateway.services.petition", "http://127.0.0.1:" + settings.petitionPort());
    gateway.put("linli.gateway.services.mediation", "http://127.0.0.1:" + settings.mediationPort());
    gateway.put("linli.gateway.services.timebank", "http://127.0.0.1:" + settings.timebankPort());
    CompletableFuture.allOf(
            CompletableFuture.runAsync(() -> startPetition(petition), OwnThread.EACH),
            CompletableFuture.runAsync(() -> startMediation(mediation), OwnThread.EACH),
            CompletableFuture.runAsync(() -> startTimebank(timebank), OwnThread.EACH),
            CompletableFuture.runAsync(() -> startGateway(gateway), OwnThread.EACH))
        .join();
  }

  private static void publishes(
      Map<String, String> service, String topic, Map<String, Integer> partitions) {
    service.put("linli.relay.topic", topic);
    service.put("linli.relay.partitions", "" + partitions.get(topic));
    service.put("management.endpoint.health.group.readiness.include", "readinessState,relay");
  }

  private void startPetition(Map<String, String> properties) {
    services.start(PetitionService.class, properties, context -> {});
    report.line("petition  127.0.0.1:" + settings.petitionPort());
  }

  private void startMediation(Map<String, String> properties) {
    services.start(
        MediationService.class,
        properties,
        context ->
            context.registerBean(
                ServiceCredential.class, () -> issuer.credentialOf("mediation-service")));
    report.line("mediation 127.0.0.1:" + settings.mediationPort());
  }

  private void startTimebank(Map<String, String> properties) {
    services.start(TimebankService.class, properties, context -> {});
    report.line("timebank  127.0.0.1:" + settings.timebankPort());
  }

  private void startGateway(Map<String, String> properties) {
    services.start(
        Gateway.class,
        properties,
        context -> context.registerBean(DemoIssuer.class, () -> issuer),
        DemoTokens.class);
    report.line("gateway   %s:%d".formatted(settings.address(), settings.gatewayPort()));
  }

  private Map<String, String> common(
      String service, int port, Servers servers, Consumer<MongoDatabase> migration) {
    var properties = new TreeMap<String, String>();
    properties.put("spring.application.name", service);
    properties.put("server.port", "" + port);
    properties.put("server.address", "127.0.0.1");
    properties.put("linli.mongodb.uri", servers.mongoUri(service, migration));
    properties.put("spring.kafka.bootstrap-servers", servers.brokers());
    properties.put("spring.cloud.stream.kafka.binder.brokers", servers.brokers());
    properties.put("linli.vault.keyset", settings.keyset(service).toString());
    properties.put(
        "linli.access.demo.jwks-uri",
        "http://127.0.0.1:" + settings.gatewayPort() + DemoTokens.KEYS_PATH);
    return properties;
  }

  private void stop(Servers servers, HomeLock home) {
    report.line("Stopping …");
    services.stop();
    servers.stop();
    home.close();
    report.line("Stopped; the data are kept in " + settings.home());
  }

  private static String reason(Throwable failure) {
    var cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    while (!(cause instanceof StartRefused) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
