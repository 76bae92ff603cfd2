package cn.linli.standalone;

import cn.linli.gateway.Gateway;
import cn.linli.local.LocalServers;
import cn.linli.mediation.MediationService;
import cn.linli.petition.PetitionService;
import cn.linli.platform.access.DemoIssuer;
import cn.linli.platform.journal.ServiceRole;
import com.mongodb.client.MongoDatabase;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gateway, petition-service and mediation-service as three processes over one real {@code mongod}
 * and one real broker, which stay alive like the provider of tokens.
 */
final class ServicesApart implements AutoCloseable {

  private static final Duration VALID_FOR = Duration.ofHours(1);

  private final DemoIssuer issuer = new DemoIssuer();
  private final HttpServer keys;
  private final Path home;
  final MongoDatabase petitionStore = LocalServers.freshDatabase("petition");
  final MongoDatabase mediationStore = LocalServers.freshDatabase("mediation");
  private final MongoDatabase gatewayStore = LocalServers.freshDatabase("gateway");
  final ServiceProcess petition;
  final ServiceProcess mediation;
  final ServiceProcess gateway;

  ServicesApart(Path home) throws IOException {
    this.home = home;
    keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    keys.createContext(
        "/keys",
        exchange -> {
          byte[] body = issuer.jwks().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    keys.start();
    petition = service(PetitionService.class, petitionStore, Map.of());
    mediation = service(MediationService.class, mediationStore, Map.of());
    gateway =
        service(
            Gateway.class,
            gatewayStore,
            Map.of(
                "LINLI_GATEWAY_SERVICES_PETITION", "http://127.0.0.1:" + petition.port(),
                "LINLI_GATEWAY_SERVICES_MEDIATION", "http://127.0.0.1:" + mediation.port()));
  }

  private ServiceProcess service(Class<?> main, MongoDatabase store, Map<String, String> more)
      throws IOException {
    var environment = new TreeMap<>(more);
    environment.put("SPRING_PROFILES_ACTIVE", "standalone");
    environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", LocalServers.brokers());
    environment.put("LINLI_MONGODB_URI", LocalServers.mongo().uri(store.getName()));
    environment.put(
        "LINLI_VAULT_KEYSET", home.resolve(main.getSimpleName() + ".keyset.json").toString());
    environment.put("LINLI_RELAY_PARTITIONS", "4");
    environment.put(
        "LINLI_ACCESS_DEMO_JWKSURI",
        "http://127.0.0.1:%d/keys".formatted(keys.getAddress().getPort()));
    return new ServiceProcess(main, home, environment);
  }

  ServicesApart start() throws IOException, InterruptedException {
    begin(petition, petitionStore);
    begin(mediation, mediationStore);
    begin(gateway, gatewayStore);
    for (var each : new ServiceProcess[] {petition, mediation, gateway}) {
      each.awaitReady();
    }
    return this;
  }

  /** Migrated by who may do all; then run as a user with the rights of production. */
  private static void begin(ServiceProcess service, MongoDatabase store)
      throws IOException, InterruptedException {
    var mongo = LocalServers.mongo();
    service.migrate(mongo.adminUri(store.getName()));
    mongo.user(store.getName(), ServiceRole.NAME);
    service.start();
  }

  String token(String user) {
    return issuer.token(user, VALID_FOR).orElseThrow();
  }

  @Override
  public void close() throws InterruptedException {
    petition.close();
    mediation.close();
    gateway.close();
    keys.stop(0);
  }
}
