package cn.linli.platform.audit;

import static cn.linli.platform.web.Roles.by;

import cn.linli.platform.access.Role;
import cn.linli.platform.journal.StateAudit;
import cn.linli.platform.relay.AuditVerdict;
import cn.linli.platform.relay.RelayAutoConfiguration;
import cn.linli.platform.relay.RelaySettings;
import cn.linli.platform.relay.TopicAudit;
import cn.linli.platform.start.CommitAutoConfiguration;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;

/**
 * The audits of one service, on its own port. Each reads everything there is and takes as long as
 * that takes; both can run beside commands.
 */
@AutoConfiguration(after = {CommitAutoConfiguration.class, RelayAutoConfiguration.class})
@ConditionalOnBean(StateAudit.class)
public class AuditAutoConfiguration {

  static final String PREFIX = "/api/v1/audits";

  @Bean
  RouteTable stateAuditRoutes(Web web, StateAudit audit) {
    return Routes.under(PREFIX, web)
        .read(
            "/state",
            NoBody.class,
            StateAudit.Report.class,
            by(Role.ADMIN, Role.AUDITOR),
            query -> audit.run())
        .about("Folds the whole journal and compares with every stored state.")
        .build();
  }

  @Bean
  @ConditionalOnBean(RelaySettings.class)
  RouteTable topicAuditRoutes(Web web, MongoDatabase database, RelaySettings settings) {
    return Routes.under(PREFIX, web)
        .read(
            "/topic",
            NoBody.class,
            AuditVerdict.class,
            by(Role.ADMIN, Role.AUDITOR),
            query -> new TopicAudit(database, settings).run())
        .about(
            "Reads the whole topic and compares with the journal: every event once, numbers dense.")
        .build();
  }
}
