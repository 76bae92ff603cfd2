package cn.linli.platform.reconcile;

import static cn.linli.platform.web.Roles.by;

import cn.linli.platform.access.Role;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.commit.StreamKind;
import cn.linli.platform.start.CommitAutoConfiguration;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Every service that publishes tells what it committed. */
@AutoConfiguration(after = CommitAutoConfiguration.class)
@ConditionalOnBean({MongoDatabase.class, StreamKind.class})
@ConditionalOnProperty(ReconcileAutoConfiguration.TOPIC)
public class ReconcileAutoConfiguration {

  public static final String PATH = "/api/v1/reconciliation/committed";

  /** Who compares. */
  public static final Roles ROLES =
      by(Role.ADMIN, Role.AUDITOR, Role.ANALYST, Role.CITY_OFFICER, Role.DISTRICT_OFFICER);

  static final String TOPIC = "linli.relay.topic";

  @Bean
  RouteTable committedRoutes(
      Web web, MongoDatabase database, Clock clock, @Value("${" + TOPIC + "}") String topic) {
    var committed = new Committed(database, WorkCalendar.ZONE);
    return Routes.under(PATH, web)
        .get(
            "",
            CommittedReply.class,
            ROLES,
            List.of("day"),
            query -> {
              var day =
                  query.day("day").orElse(LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE));
              return new CommittedReply(day, topic, committed.on(day));
            })
        .about("How many events of each district this service committed on a day")
        .build();
  }
}
