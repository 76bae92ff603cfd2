package cn.linli.mediation.documents;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.Crews;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DossierCommand;
import cn.linli.mediation.erasure.Keeping;
import cn.linli.mediation.reply.DisputeReply;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.mediation.roster.MediatorPerson;
import cn.linli.mediation.roster.RosterBook;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Mask;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Download;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DocumentRoutes {

  @Bean
  CaseFiles caseFiles(
      Vault vault,
      Attachments attachments,
      Benches benches,
      Divisions divisions,
      Keeping keeping,
      BodyNames bodies,
      RosterBook roster,
      KeyedHash hash) {
    return new CaseFiles(
        vault,
        attachments,
        benches,
        new Committees(divisions, benches),
        keeping,
        bodies,
        asked -> names(asked, roster, hash));
  }

  @Bean
  RouteTable documents(
      Web web, DisputeShown shown, Acting acting, CaseStates<Dispute> states, CaseFiles files) {
    var documents = new Documents(states, files);
    return Routes.under("/api/v1/disputes", web)
        .resource(DisputeReply.class, shown)
        .get("/{id}/documents", Documents.Listed.class, Crews.READERS, documents::list)
        .about("Which papers the case has so far, in the official order.")
        .get(
            "/{id}/documents/{form}.pdf",
            Download.class,
            Crews.READERS,
            List.of("n"),
            documents::one)
        .about("A paper as PDF; the same version has the same bytes for the same reader.")
        .post(
            "/{id}/identity",
            Bodies.Identity.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DossierCommand.SeeIdentity(
                            body.party(), brought.sealRecord(identity(body)))))
        .about("A mediator saw what shows who a party is; its number is kept masked only.")
        .post(
            "/{id}/power-of-attorney",
            Bodies.Power.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DossierCommand.RecordPower(
                            body.party(),
                            Boolean.TRUE.equals(body.special()),
                            brought.sealRecord(
                                new Proof.Power(body.agent(), body.relation(), body.scope())))))
        .about("A party lets somebody act for it.")
        .post(
            "/{id}/investigation",
            Bodies.Inquiry.class,
            Crews.MEDIATORS,
            call ->
                acting.act(
                    call,
                    (body, brought) ->
                        new DossierCommand.RecordInvestigation(
                            body.at(),
                            brought.sealRecord(
                                new Proof.Inquiry(
                                    body.place(), body.asked(), body.present(), body.text())))))
        .about("Somebody was asked about the facts.")
        .build();
  }

  /** Who acts with an account of their own is found on the roster by it, if they are on it. */
  private static Map<String, String> names(List<String> asked, RosterBook roster, KeyedHash hash) {
    var ids = new HashMap<String, String>();
    for (String each : asked) {
      boolean id = each.matches(MediatorCases.ID);
      ids.put(each, id ? each : MediatorCases.idOf(hash, Actor.mark(each)));
    }
    Map<String, MediatorPerson> persons = roster.persons(List.copyOf(ids.values()));
    var names = new HashMap<String, String>();
    ids.forEach((each, id) -> {
      if (persons.containsKey(id)) {
        names.put(each, persons.get(id).name());
      }
    });
    return names;
  }

  private static Proof.Identity identity(Bodies.Identity body) {
    return new Proof.Identity(body.document().title(), Mask.idNumber(body.number()));
  }
}
