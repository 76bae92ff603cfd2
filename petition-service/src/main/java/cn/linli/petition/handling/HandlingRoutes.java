package cn.linli.petition.handling;

import cn.linli.events.petition.EvidenceEvent.Act;
import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Codes;
import cn.linli.petition.casework.Crews;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.reply.PetitionReply;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.casework.Words;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HandlingRoutes {

  @Bean
  RouteTable handling(Web web, PetitionShown shown, Acting acting) {
    return Routes.under("/api/v1/petitions", web)
        .resource(PetitionReply.class, shown)
        .post(
            "/{id}/accept",
            Crews.HANDLERS,
            call -> acting.act(call, (body, words) -> new PetitionCommand.Accept()))
        .about("Takes it in hand; a unit above takes it over.")
        .post(
            "/{id}/reject",
            Bodies.Reject.class,
            Crews.HANDLERS_AND_DESK,
            call -> acting.act(call, HandlingRoutes::reject))
        .about("Not a matter for this platform; names the right channel.")
        .post(
            "/{id}/contact",
            Bodies.Contact.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    Act.CONTACT,
                    call.body().attachments(),
                    (body, words) -> new PetitionCommand.Contact(words.seal(body.note()))))
        .about("The petitioner was spoken to.")
        .post(
            "/{id}/progress",
            Bodies.Progress.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    Act.PROGRESS,
                    call.body().attachments(),
                    (body, words) ->
                        new PetitionCommand.Progress(body.entry(), words.seal(body.note()))))
        .about("A line in the handling log.")
        .post(
            "/{id}/resolve",
            Bodies.Resolve.class,
            Crews.HANDLERS,
            call ->
                acting.act(
                    call,
                    Act.RESOLVE,
                    call.body().attachments(),
                    (body, words) ->
                        new PetitionCommand.Resolve(body.outcome(), words.seal(body.result()))))
        .about("The lead's answer.")
        .build();
  }

  private static PetitionCommand reject(Bodies.Reject body, Words words) {
    String channel = body.rightChannel() == null ? "none" : body.rightChannel();
    String code = Codes.wordOrNoted(channel);
    String reason = code.equals(channel) ? body.reason() : body.reason() + "\n" + channel;
    return new PetitionCommand.Reject(body.code(), words.seal(reason), code);
  }
}
