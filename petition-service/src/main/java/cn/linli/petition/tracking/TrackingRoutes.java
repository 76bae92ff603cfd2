package cn.linli.petition.tracking;

import static cn.linli.platform.web.Roles.open;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Mains;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.closing.Asks;
import cn.linli.petition.closing.Bodies;
import cn.linli.petition.domain.NoticeCommand;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.platform.attachment.AttachmentUploads;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.function.BiFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class TrackingRoutes {

  record Comment(@NotBlank @Size(max = 2_000) String note) {}

  @Bean
  Tracked tracked(TrackingCode codes, PetitionStates states, Vault vault, Mains mains) {
    return new Tracked(codes, states, vault, mains);
  }

  @Bean
  FileByCode fileByCode(
      Tracked tracked,
      Acting acting,
      AttachmentUploads uploads,
      Attachments attachments,
      CommandGate gate,
      Web web) {
    return new FileByCode(tracked, acting, uploads, attachments, gate, web.ids());
  }

  @Bean
  RouteTable tracking(Web web, Tracked tracked, Acting acting, FileByCode files, Mains mains) {
    return Routes.under("/api/v1/tracking", web)
        .get("/{code}", TrackingReply.class, open(), query -> tracked.find(query.path("code")))
        .about("How a request goes, for who has its code.")
        .resource(TrackingReply.class, tracked)
        .post(
            "/{code}/comment",
            Comment.class,
            open(),
            call ->
                act(
                    call,
                    tracked,
                    acting,
                    (body, words) -> new PetitionCommand.Comment(words.seal(body.note()))))
        .about("A word to the handler.")
        .post(
            "/{code}/remind",
            open(),
            call -> act(call, tracked, acting, (body, words) -> new PetitionCommand.Remind()))
        .about("A reminder.")
        .post(
            "/{code}/rate",
            Bodies.Rate.class,
            open(),
            call ->
                act(
                    call,
                    tracked,
                    acting,
                    (body, words) ->
                        mains.rating(tracked.stream(call.path("code")), Asks.rate(body, words))))
        .about("The petitioner's own word.")
        .post(
            "/{code}/reopen",
            Bodies.Reopen.class,
            open(),
            call -> act(call, tracked, acting, Asks::reopen))
        .about("Not done: a new round.")
        .post(
            "/{code}/withdraw",
            open(),
            call -> act(call, tracked, acting, (body, words) -> new PetitionCommand.Withdraw()))
        .about("Takes it back.")
        .post(
            "/{code}/notices/{notice}/read",
            open(),
            call ->
                act(
                    call,
                    tracked,
                    acting,
                    (body, words) -> new NoticeCommand.MarkRead(call.path("notice"))))
        .about("A message was read.")
        .raw(HttpMethod.POST, "/{code}/attachments", open(), (request, _) -> files.add(request))
        .about("One file as part \"file\" of a form.")
        .build();
  }

  private static <B> Command act(
      Call<B> call, Tracked tracked, Acting acting, BiFunction<B, Words, PetitionCommand> asks) {
    return acting.actByCode(call, tracked.stream(call.path("code")), asks);
  }
}
