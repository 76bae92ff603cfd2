package cn.linli.petition.desk;

import cn.linli.events.petition.Unit;
import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.ListFields;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Status;
import cn.linli.platform.access.Caller;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.model.Filters;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeskRoutes {

  /** Beyond that a number on a desk says nothing more. */
  private static final int COUNT_MAX = 999;

  private static final List<String> WAITING =
      Arrays.stream(Status.values()).filter(Status::isWaiting).map(Status::wire).toList();

  @Bean
  RouteTable desk(Web web, PetitionStates states, Reach reach, Clock clock) {
    return Routes.under("/api/v1/desk", web)
        .get("", DeskReply.class, Crews.READERS, query -> desk(query, states, reach, clock))
        .about("What waits for me.")
        .build();
  }

  private static DeskReply desk(
      Query<NoBody> query, PetitionStates states, Reach reach, Clock clock) {
    Caller caller = query.caller();
    Unit unit = Actors.of(caller).unit();
    var items = new ArrayList<DeskReply.Waiting>();
    if (unit == null) {
      Bson own = Filters.eq(ListFields.MINE, caller.by());
      items.add(waiting("mine", own, "mine=true", states));
    } else {
      Bson mine =
          Filters.and(
              Filters.eq(ListFields.MINE, ListFields.workList(unit)),
              Filters.nin(ListFields.ACCUSED, reach.marks(caller)));
      items.add(status("take-in-hand", mine, WAITING, "mine=true", states));
      items.add(
          status(
              "in-hand",
              mine,
              List.of(Status.HANDLING.wire()),
              "mine=true&status=handling",
              states));
      items.add(
          waiting(
              "overdue",
              Filters.and(mine, Filters.lt(ListFields.ANSWER_BY, Date.from(clock.instant()))),
              "mine=true&overdue=true",
              states));
      items.add(
          status(
              "visit",
              Filters.and(
                  Filters.regex(ListFields.DIVISION, "^" + caller.scope().value()),
                  Filters.nin(ListFields.ACCUSED, reach.marks(caller))),
              List.of(Status.RESOLVED.wire()),
              "status=resolved",
              states));
    }
    return new DeskReply(items);
  }

  private static DeskReply.Waiting status(
      String what, Bson whose, List<String> statuses, String list, PetitionStates states) {
    return waiting(what, Filters.and(whose, Filters.in(ListFields.STATUS, statuses)), list, states);
  }

  private static DeskReply.Waiting waiting(
      String what, Bson filter, String list, PetitionStates states) {
    return new DeskReply.Waiting(
        what, states.count(filter, COUNT_MAX), COUNT_MAX, "/api/v1/petitions?" + list);
  }
}
