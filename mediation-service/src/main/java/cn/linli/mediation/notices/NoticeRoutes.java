package cn.linli.mediation.notices;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.NoticeCommand;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.notice.sending.NoticeBeans;
import cn.linli.platform.notice.sending.NoticeProperties;
import cn.linli.platform.notice.sending.NoticeSender;
import cn.linli.platform.notice.sending.NoticeTexts;
import cn.linli.platform.notice.sending.Notifier;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(NoticeBeans.class)
class NoticeRoutes {

  @Bean
  Notifier<Stored<Dispute>> notifier(
      NoticeSender sender,
      NoticeProperties properties,
      CaseStates<Dispute> states,
      Vault vault,
      FactsBook facts,
      CommandGate gate,
      MongoDatabase database,
      Clock clock,
      @Value("${linli.instance:${random.uuid}}") String instance) {
    var texts = new NoticeTexts(NoticeRoutes.class, properties.language());
    return new Notifier<>(
        new DisputeOutbox(states, texts, vault, facts),
        sender,
        gate,
        clock,
        database,
        properties,
        instance);
  }

  @Bean
  RouteTable notices(Web web, Acting acting, DisputeShown shown) {
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .post(
            "/{id}/notices/{notice}/delivered",
            Roles.by(Role.INTEGRATOR, Role.MEDIATOR, Role.COMMITTEE_HEAD, Role.BUILDING_LEAD),
            call ->
                acting.act(
                    call, (body, brought) -> new NoticeCommand.MarkDelivered(call.path("notice"))))
        .about("The carrier's receipt.")
        .post(
            "/{id}/notices/{notice}/read",
            Crews.PARTIES,
            call ->
                acting.act(
                    call, (body, brought) -> new NoticeCommand.MarkRead(call.path("notice"))))
        .about("The party has read it.")
        .build();
  }
}
