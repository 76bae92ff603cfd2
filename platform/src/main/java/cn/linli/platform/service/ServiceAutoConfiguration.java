package cn.linli.platform.service;

import cn.linli.platform.access.AccessAutoConfiguration;
import cn.linli.platform.access.AccessProperties;
import cn.linli.platform.access.CallerMarks;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The beans every service stands on. A context without {@code linli.mongodb.uri} or {@code
 * linli.vault.keyset} gets none of the beans that need them.
 */
@AutoConfiguration(before = AccessAutoConfiguration.class)
@EnableConfigurationProperties(StoreProperties.class)
public class ServiceAutoConfiguration {

  /**
   * A request that cannot reach the database is answered with 503 long before a client gives up.
   */
  private static final int SERVER_SELECTION_SECONDS = 5;

  /** A server that is frozen or cut off: longer than any answer takes, not for ever. */
  private static final int ANSWER_SECONDS = 60;

  private static final String STORE = "linli.mongodb.uri";
  private static final String KEYSET = "linli.vault.keyset";

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(STORE)
  MongoClient mongoClient(
      StoreProperties store, @Value("${spring.application.name:linli}") String application) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(store.connection())
            .applicationName(application)
            .applyToClusterSettings(cluster ->
                cluster.serverSelectionTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS))
            .applyToSocketSettings(socket ->
                socket
                    .connectTimeout(SERVER_SELECTION_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
            .build());
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(STORE)
  MongoDatabase mongoDatabase(MongoClient client, StoreProperties store) {
    return client.getDatabase(store.database());
  }

  /** The demo makes its own keyset at the first start; elsewhere a missing one is an error. */
  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(KEYSET)
  Secrets secrets(@Value("${" + KEYSET + "}") Path keyset, Environment environment) {
    var demo = List.of(environment.getActiveProfiles()).contains(AccessProperties.DEMO_PROFILE);
    return demo ? Secrets.loadOrCreate(keyset) : Secrets.load(keyset);
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(KEYSET)
  KeyedHash keyedHash(Secrets secrets) {
    return secrets.keyedHash();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(KEYSET)
  TrackingCode trackingCode(Secrets secrets) {
    return secrets.trackingCode();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(KEYSET)
  CallerMarks callerMarks(KeyedHash hash) {
    return (issuer, subject) -> PersonMark.ofSubject(hash, issuer + "\n" + subject).value();
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty({STORE, KEYSET})
  Vault vault(MongoDatabase database, Secrets secrets, Clock clock) {
    return new Vault(database, secrets, clock);
  }
}
