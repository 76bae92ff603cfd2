package cn.linli.standalone;

import cn.linli.events.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator may choose, all by environment variables.
 *
 * @param home data, secrets and logs ({@code LINLI_HOME}, default {@code .linli})
 * @param address what the gateway listens on ({@code LINLI_ADDRESS}); services listen on loopback
 *     always
 * @param gatewayPort {@code LINLI_PORT}
 * @param petitionPort {@code LINLI_PETITION_PORT}
 * @param mediationPort {@code LINLI_MEDIATION_PORT}
 * @param timebankPort {@code LINLI_TIMEBANK_PORT}
 * @param mongodbUri {@code MONGODB_URI}: a replica set of your own; none is started
 * @param kafkaBrokers {@code KAFKA_BROKERS}: a cluster of your own; none is started
 * @param petitionTopic {@code LINLI_PETITION_TOPIC}: the generation named by the last republish
 * @param mediationTopic {@code LINLI_MEDIATION_TOPIC}: the same for disputes
 * @param timebankTopic {@code LINLI_TIMEBANK_TOPIC}: the same for the time bank
 * @param demoCity whether an empty platform is filled with a demo city ({@code LINLI_DEMO=false}:
 *     no)
 * @param stopWhenReady for training the ahead-of-time cache ({@code LINLI_STOP_WHEN_READY=true})
 */
record Settings(
    Path home,
    String address,
    int gatewayPort,
    int petitionPort,
    int mediationPort,
    int timebankPort,
    Optional<String> mongodbUri,
    Optional<String> kafkaBrokers,
    String petitionTopic,
    String mediationTopic,
    String timebankTopic,
    boolean demoCity,
    boolean stopWhenReady) {

  static Settings of(Map<String, String> environment) {
    return new Settings(
        Path.of(environment.getOrDefault("LINLI_HOME", ".linli")).toAbsolutePath().normalize(),
        environment.getOrDefault("LINLI_ADDRESS", "127.0.0.1"),
        port(environment, "LINLI_PORT", 8080),
        port(environment, "LINLI_PETITION_PORT", 8081),
        port(environment, "LINLI_MEDIATION_PORT", 8082),
        port(environment, "LINLI_TIMEBANK_PORT", 8083),
        text(environment, "MONGODB_URI"),
        text(environment, "KAFKA_BROKERS"),
        text(environment, "LINLI_PETITION_TOPIC").orElse(Topics.PETITION),
        text(environment, "LINLI_MEDIATION_TOPIC").orElse(Topics.MEDIATION),
        text(environment, "LINLI_TIMEBANK_TOPIC").orElse(Topics.TIMEBANK),
        !environment.getOrDefault("LINLI_DEMO", "true").equals("false"),
        environment.getOrDefault("LINLI_STOP_WHEN_READY", "false").equals("true"));
  }

  private static Optional<String> text(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private static int port(Map<String, String> environment, String name, int otherwise) {
    var text = environment.getOrDefault(name, "" + otherwise);
    try {
      var port = Integer.parseInt(text.strip());
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new StartRefused(name + " must be a port from 1 to 65535, not \"" + text + "\".");
  }

  Path data() {
    return home.resolve("data");
  }

  Path log() {
    return home.resolve("log").resolve("linli.log");
  }

  Path keyset(String service) {
    return home.resolve("secrets").resolve(service + ".keyset.json");
  }

  String gatewayUrl() {
    return "http://localhost:" + gatewayPort;
  }
}
