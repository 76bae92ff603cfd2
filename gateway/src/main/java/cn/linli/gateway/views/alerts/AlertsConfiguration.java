package cn.linli.gateway.views.alerts;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;

import cn.linli.gateway.routing.GatewayProperties;
import cn.linli.gateway.views.ViewsProperties;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alerts of red disputes; where no mediation service is named nothing is raised. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"linli.mongodb.uri", "spring.kafka.bootstrap-servers"})
class AlertsConfiguration {

  private static final String MEDIATION = "mediation";

  /** {@code items}: at most 200, the newest first. */
  record Alerts(List<RiskAlert> items) {}

  @Bean
  RiskAlerts riskAlerts(MongoDatabase database) {
    return new RiskAlerts(database);
  }

  @Bean(destroyMethod = "close")
  AlertReader alertReader(
      RiskAlerts alerts,
      @Value("${spring.kafka.bootstrap-servers}") String brokers,
      ViewsProperties views,
      GatewayProperties gateway) {
    var reader = new AlertReader(alerts, brokers, views.mediationTopic());
    if (views.fold() && gateway.services().containsKey(MEDIATION)) {
      reader.start();
    }
    return reader;
  }

  @Bean
  RouteTable alertRoutes(Web web, RiskAlerts alerts) {
    return Routes.under("/api/v1/views", web)
        .get(
            "/{division}/alerts",
            Alerts.class,
            Roles.by(DISTRICT_OFFICER, CITY_OFFICER, JUSTICE_OFFICER, AUDITOR, ADMIN),
            query -> of(query, alerts))
        .about("What was raised in a division, the newest first; codes only")
        .read(
            "/alerts/{id}/ack",
            NoBody.class,
            RiskAlert.class,
            Roles.by(DISTRICT_OFFICER, CITY_OFFICER),
            query -> acknowledge(query, alerts))
        .about("Says that it was seen; again changes nothing")
        .build();
  }

  private static Alerts of(Query<NoBody> query, RiskAlerts alerts) {
    DivisionCode division = query.pathDivision("division");
    query.caller().mustCover(division);
    return new Alerts(alerts.of(division));
  }

  /** Null where it is not there for the caller. */
  private static @Nullable RiskAlert acknowledge(Query<NoBody> query, RiskAlerts alerts) {
    String id = query.path("id");
    return alerts
        .find(id)
        .filter(it -> query.caller().covers(DivisionCode.of(it.district())))
        .map(it -> alerts.acknowledge(id, query.receivedAt(), query.caller().by()))
        .orElse(null);
  }
}
