package cn.linli.petition.notices;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.NoticeCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NoticeProperties.class)
class NoticeRoutes {

  @Bean
  NoticeSender noticeSender(NoticeProperties properties, ObjectProvider<JavaMailSender> mail) {
    return properties.sender() == NoticeProperties.Kind.SMTP
        ? new MailSender(mail.getObject(), properties.from(), properties.address())
        : new LogSender();
  }

  @Bean
  Notifier notifier(
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
    var texts = new NoticeTexts(properties.language());
    var delivery = new Delivery(sender, texts, vault, codes, facts, gate);
    return new Notifier(states, delivery, clock, database, properties, instance);
  }

  @Bean
  ApplicationListener<ApplicationReadyEvent> startNotices(
      Notifier notifier, NoticeProperties properties) {
    return ready -> {
      if (properties.sender() != NoticeProperties.Kind.NONE) {
        notifier.start();
      }
    };
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
