package cn.linli.timebank.liability;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.ANALYST;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.CITY_OFFICER;
import static cn.linli.platform.access.Role.DISTRICT_OFFICER;
import static cn.linli.platform.access.Role.STREET_OFFICER;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Position;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.proof.RedeemedLastYear;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiabilityRoutes {

  private static final Roles READERS =
      Roles.by(BANK_CLERK, STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER, ANALYST, AUDITOR, ADMIN);

  /** Passbooks read at once; memory does not grow with the place. */
  private static final int BATCH = 500;

  @Bean
  RouteTable liability(
      Web web, CaseStates<Account> accounts, RedeemedLastYear redeemed, Clock clock) {
    return Routes.under("/api/v1/bank/liability", web)
        .get(
            "",
            LiabilityReply.class,
            READERS,
            List.of("division"),
            query -> reply(query, accounts, redeemed, clock))
        .about("What a place owes its passbooks, by age, what may be claimed, and what covers it.")
        .build();
  }

  private static LiabilityReply reply(
      Query<NoBody> query, CaseStates<Account> accounts, RedeemedLastYear redeemed, Clock clock) {
    DivisionCode division = query.division("division").orElse(query.caller().scope());
    query.caller().mustCover(division);
    Instant now = clock.instant();
    var owed = new Owed(YearMonth.from(WorkCalendar.dayOf(now)));
    read(accounts, division.value(), owed);
    var last = redeemed.in(division.value());
    return LiabilityReply.of(
        division.value(),
        now,
        owed,
        last.map(RedeemedLastYear.Found::minutes).orElse(null),
        last.map(RedeemedLastYear.Found::asOf).orElse(null));
  }

  private static void read(CaseStates<Account> accounts, String division, Owed owed) {
    Bson place = Filters.eq(ListFields.IN, ListFields.place(AccountCases.KIND, division));
    Bson order = Sorts.ascending(ListFields.SINCE, "_id");
    Bson rest = place;
    while (true) {
      var batch = accounts.list(rest, order, BATCH);
      batch.forEach(stored -> owed.add(stored.state()));
      if (batch.size() < BATCH) {
        return;
      }
      var last = batch.getLast();
      var position = new Position(Objects.requireNonNull(last.state().openedAt()), last.id());
      rest = Filters.and(place, ListFields.beyond(AccountCases.KIND, position));
    }
  }
}
