package cn.linli.mediation.panel;

import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMITTEE_HEAD;
import static cn.linli.platform.access.Role.JUSTICE_OFFICER;
import static cn.linli.platform.access.Role.MEDIATOR;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.PanelCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.mediation.roster.RosterBook;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;

@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class PanelRoutes {

  private static final Roles SUGGESTED_TO =
      Roles.by(BUILDING_LEAD, MEDIATOR, COMMITTEE_HEAD, JUSTICE_OFFICER);

  @Bean
  RouteTable panel(
      Web web,
      DisputeShown shown,
      Acting acting,
      CaseStates<Dispute> disputes,
      RosterBook roster,
      Configuration tables) {
    var plans = new Plans(tables);
    var suggesting = new Suggesting(disputes, roster, plans);
    var empanel = new Empanel(disputes, roster, plans);
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .get(
            "/{id}/panel/suggest",
            SuggestionReply.class,
            SUGGESTED_TO,
            Suggesting.PARAMETERS,
            suggesting::of)
        .about("Mediators and panels, best first, with every point and every reason.")
        .post(
            "/{id}/panel",
            Bodies.Appoint.class,
            Crews.MEDIATORS,
            call -> acting.act(call, (body, brought) -> empanel.appoint(call)))
        .about("Who mediates, and how they sit.")
        .post(
            "/{id}/panel/choose",
            Bodies.Choose.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> empanel.choose(call, brought)))
        .about("Mediators a party would like.")
        .post(
            "/{id}/panel/refuse",
            Bodies.Refuse.class,
            Crews.PARTIES,
            call -> acting.act(call, (body, brought) -> empanel.refuse(call, brought)))
        .about("A mediator a party does not accept; one who sits leaves the seat.")
        .post(
            "/{id}/panel/recuse",
            Bodies.Recuse.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new PanelCommand.Recuse(body.seated(), brought.seal(body.reason()))))
        .about("A mediator steps aside.")
        .post(
            "/{id}/panel/replace",
            Bodies.Replace.class,
            Crews.MEDIATORS,
            call -> acting.act(call, (body, brought) -> empanel.replace(call)))
        .about("Somebody else takes a seat.")
        .build();
  }
}
