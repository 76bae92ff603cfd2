package cn.linli.petition.notices;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStates.Stored;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.NoticeCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.notice.sending.NoticeBeans;
import cn.linli.platform.notice.sending.NoticeProperties;
import cn.linli.platform.notice.sending.NoticeSender;
import cn.linli.platform.notice.sending.NoticeTexts;
import cn.linli.platform.notice.sending.Notifier;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(NoticeBeans.class)
class NoticeRoutes {

  @Bean
  Notifier<Stored> notifier(
      NoticeSender sender,
      NoticeProperties properties,
      PetitionStates states,
      Vault vault,
      TrackingCode codes,
      FactsBook facts,
      CommandGate gate,
      MongoDatabase database,
      Clock clock,
      @Value("${linli.instance:${random.uuid}}") String instance) {
    var texts = new NoticeTexts(NoticeRoutes.class, properties.language());
    return new Notifier<>(
        new PetitionOutbox(states, texts, vault, codes, facts),
        sender,
        gate,
        clock,
        database,
        properties,
        instance);
  }

  @Bean
  RouteTable notices(
      Web web, PetitionStates states, Reach reach, Acting acting, PetitionShown shown) {
    var failed = new FailedNotices(states, reach);
    return Routes.under("/api/v1", web)
        .list(
            "/notices/failed",
            FailedNotice.class,
            Crews.VISITORS,
            List.of("division"),
            failed::page)
        .about("Petitioners whom no message reached.")
        .resource(PetitionReply.class, shown)
        .post(
            "/petitions/{id}/notices/{notice}/delivered",
            Roles.by(Role.INTEGRATOR, Role.HOTLINE_OPERATOR),
            call ->
                acting.act(
                    call, (body, words) -> new NoticeCommand.MarkDelivered(call.path("notice"))))
        .about("The carrier's receipt.")
        .post(
            "/petitions/{id}/notices/{notice}/read",
            Crews.PETITIONERS,
            call ->
                acting.act(call, (body, words) -> new NoticeCommand.MarkRead(call.path("notice"))))
        .about("The petitioner has read it.")
        .build();
  }
}
