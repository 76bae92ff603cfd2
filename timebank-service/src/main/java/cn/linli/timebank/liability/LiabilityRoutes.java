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
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.casework.Listing;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.proof.RedeemedLastYear;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LiabilityRoutes {

  private static final Roles READERS =
      Roles.by(BANK_CLERK, STREET_OFFICER, DISTRICT_OFFICER, CITY_OFFICER, ANALYST, AUDITOR, ADMIN);

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
    Listing.forEach(
        accounts,
        ListFields.place(AccountCases.KIND, division.value()),
        Account::openedAt,
        owed::add);
    var last = redeemed.in(division.value());
    return LiabilityReply.of(
        division.value(),
        now,
        owed,
        last.map(RedeemedLastYear.Found::minutes).orElse(null),
        last.map(RedeemedLastYear.Found::asOf).orElse(null));
  }
}
