package cn.linli.timebank.desk;

import cn.linli.platform.access.Caller;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.desk.DeskPart.Waiting;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskRoutes {

  record DeskReply(List<Waiting> items) {}

  @Bean
  RouteTable desk(Web web, List<DeskPart> parts) {
    return Routes.under("/api/v1/desk", web)
        .get("", DeskReply.class, Roles.anyone(), query -> desk(parts, query.caller()))
        .about("What waits for me.")
        .build();
  }

  private static DeskReply desk(List<DeskPart> parts, Caller caller) {
    return new DeskReply(
        parts.stream()
            .flatMap(part -> part.of(caller).stream())
            .sorted(
                Comparator.comparing(Waiting::due, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList());
  }
}
