package cn.linli.platform.search;

import cn.linli.platform.access.Role;
import cn.linli.platform.commit.BatchNotes;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * For {@code @Import} by a service whose states carry {@link ListOrder#RECEIVED}, {@link
 * ListOrder#DIVISION} and {@link ListOrder#SKETCH} beside them.
 */
@Configuration(proxyBeanMethods = false)
public class SearchBeans {

  /** Beside what else the service stores. */
  public static List<Schema.Part> schema() {
    return List.of(
        new Schema.Part(Rows.COLLECTION, List.of()),
        new Schema.Part(NewEntries.COLLECTION, List.of()));
  }

  @Bean
  BatchNotes newTexts() {
    return new NewEntries();
  }

  @Bean(destroyMethod = "close")
  SearchLeader searchLeader(
      MongoClient client,
      MongoDatabase database,
      @Value("${linli.instance:${random.uuid}}") String instance,
      ObjectProvider<MeterRegistry> registry) {
    return new SearchLeader(
        client, database, instance, registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /** Not before the store was checked. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> startSearchLeader(SearchLeader leader) {
    return ready -> leader.start();
  }

  /** {@code built: false} in the reply of the second until all is made anew; ask the first. */
  @Bean
  RouteTable searchAudits(Web web, MongoClient client, MongoDatabase database) {
    var audit = new SearchAudit(client, database);
    var segments = new Segments(client, database);
    return Routes.under("/api/v1/audits", web)
        .read(
            "/search",
            NoBody.class,
            SearchAudit.Report.class,
            Roles.by(Role.ADMIN, Role.AUDITOR),
            query -> audit.run())
        .about("Whether a search finds every text, and nothing is left of erased ones.")
        .read(
            "/search/rebuild",
            NoBody.class,
            Rebuilding.class,
            Roles.by(Role.ADMIN),
            query -> {
              segments.unsetBuilt();
              return new Rebuilding(false);
            })
        .about("Makes the index of searches anew from the states; lists answer meanwhile.")
        .build();
  }

  record Rebuilding(boolean built) {}
}
