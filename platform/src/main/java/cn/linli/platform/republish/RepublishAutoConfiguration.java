package cn.linli.platform.republish;

import cn.linli.platform.access.Role;
import cn.linli.platform.job.JobHandler;
import cn.linli.platform.job.JobOrder;
import cn.linli.platform.job.Jobs;
import cn.linli.platform.relay.RelayAutoConfiguration;
import cn.linli.platform.relay.Republish;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** On the port of every service that publishes and does jobs. */
@AutoConfiguration(after = RelayAutoConfiguration.class)
@ConditionalOnBean({Republish.class, Jobs.class})
public class RepublishAutoConfiguration {

  @Bean
  JobHandler republishing(Republish republish, Clock clock) {
    return new RepublishJob(republish, clock);
  }

  @Bean
  RouteTable republishRoutes(Web web, Jobs jobs) {
    return Routes.under("/api/v1/republish", web)
        .raw(
            HttpMethod.POST,
            "",
            Roles.by(Role.ADMIN),
            new JobOrder(jobs, web.ids(), RepublishJob.KIND))
        .about(
            "Publishes the whole journal again into a new topic, as a job whose result names it;"
                + " commands go on meanwhile.")
        .build();
  }
}
