package cn.linli.timebank.deeds;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.BUILDING_LEAD;
import static cn.linli.platform.access.Role.COMMUNITY_CLERK;
import static cn.linli.platform.access.Role.COUNCIL_MEMBER;
import static cn.linli.platform.access.Role.GRID_WORKER;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.attachment.AttachmentAccess;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.HolderNames;
import cn.linli.timebank.domain.deeds.Deed;
import cn.linli.timebank.domain.deeds.DeedCommand;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeedRoutes {

  private static final Roles TELLING =
      Roles.by(RESIDENT, COUNCIL_MEMBER, COMMUNITY_CLERK, BANK_CLERK, BUILDING_LEAD, GRID_WORKER);

  private static final Roles COUNCIL = Roles.by(COUNCIL_MEMBER);
  private static final Roles PROPOSING = Roles.by(COUNCIL_MEMBER, COMMUNITY_CLERK);
  private static final Roles HOLDERS = Roles.by(RESIDENT);

  private static final Roles READING =
      Roles.by(RESIDENT, COUNCIL_MEMBER, COMMUNITY_CLERK, BANK_CLERK, AUDITOR, ADMIN);

  @Bean
  DeedCases deedCases() {
    return new DeedCases();
  }

  @Bean
  CaseStates<Deed> deedStates(MongoDatabase database, Kinds kinds, DeedCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  DeedShown deedShown(
      CaseStates<Deed> deeds, CaseStates<Account> accounts, HolderNames names, Vault vault) {
    return new DeedShown(deeds, accounts, names, vault);
  }

  /** Whoever may read all of a matter may read the files that show it. */
  @Bean
  AttachmentAccess attachmentAccess(CaseStates<Deed> deeds, DeedShown shown) {
    return (caller, caseKey, attachment) ->
        deeds
            .find(DeedCases.stream(caseKey))
            .filter(stored -> shown.sees(stored.state(), caller))
            .isPresent();
  }

  @Bean
  Council council(
      CaseStates<Deed> deeds,
      CaseStates<Account> accounts,
      cn.linli.platform.config.Configuration tables,
      Vault vault,
      Attachments attachments) {
    return new Council(deeds, new Passbooks(accounts), tables, vault, attachments);
  }

  @Bean
  Reaction<TimebankEvent> bookDeed(
      CaseStates<Deed> deeds, CaseStates<Account> accounts, Banking banking) {
    return new BookDeed(deeds, accounts, banking);
  }

  @Bean
  RouteTable deeds(Web web, DeedShown shown, Council council) {
    return Routes.under("/api/v1/bank/deeds", web)
        .resource(DeedReply.class, shown)
        .postWithKey("", Bodies.Report.class, TELLING, council::report)
        .about("A good deed, told by who did it, who was helped or the community.")
        .postWithKey(
            "/{id}/vote",
            Bodies.Vote.class,
            COUNCIL,
            call -> council.act(call, false, (body, _) -> new DeedCommand.CastVote(body.approve())))
        .about("A member of the moral council votes: on the deed, or on an objection to it.")
        .postWithKey(
            "/{id}/recuse",
            Bodies.Recuse.class,
            COUNCIL,
            call ->
                council.act(call, false, (body, _) -> new DeedCommand.Recuse(body.ground().wire())))
        .about("A member steps back; a vote already given no longer counts.")
        .postWithKey(
            "/{id}/object",
            Bodies.Reason.class,
            TELLING,
            call ->
                council.act(
                    call,
                    false,
                    (body, words) -> new DeedCommand.Object(words.seal(body.reason()))))
        .about("An objection while the notice runs: the council decides on it.")
        .get("/{id}", DeedReply.class, READING, shown::one)
        .about("One deed.")
        .list("", DeedReply.class, READING, List.of("division", "account"), shown::page)
        .about("Deeds and deductions: of a place for its council, of an account for its holder.")
        .build();
  }

  @Bean
  RouteTable deedBoard(Web web, DeedShown shown, cn.linli.platform.config.Configuration tables) {
    return Routes.under("/api/v1/bank", web)
        .list(
            "/deed-notices",
            DeedShown.NoticeReply.class,
            Roles.anyone(),
            List.of("division"),
            shown::notices)
        .about("The notice board: deeds before they are booked, names not in full.")
        .get(
            "/deed-catalogue",
            CatalogueShown.CatalogueReply.class,
            Roles.anyone(),
            List.of("division"),
            new CatalogueShown(tables)::of)
        .about("What is honoured with how many points, and where that comes from.")
        .build();
  }

  @Bean
  RouteTable deductions(Web web, DeedShown shown, Council council) {
    return Routes.under("/api/v1/bank/deductions", web)
        .resource(DeedReply.class, shown)
        .postWithKey("", Bodies.Deduct.class, PROPOSING, council::deduct)
        .about("A breach on the published list; only where the scheme has deductions.")
        .postWithKey(
            "/{id}/hearing",
            Bodies.Hearing.class,
            PROPOSING,
            call ->
                council.act(
                    call,
                    true,
                    (body, words) ->
                        new DeedCommand.Hear(body.attended(), words.seal(body.record()))))
        .about("Whoever is to lose points was heard: before that nobody votes.")
        .postWithKey(
            "/{id}/vote",
            Bodies.Vote.class,
            COUNCIL,
            call -> council.act(call, true, (body, _) -> new DeedCommand.CastVote(body.approve())))
        .about("A member of the moral council votes: on the deduction, or on the appeal.")
        .postWithKey(
            "/{id}/recuse",
            Bodies.Recuse.class,
            COUNCIL,
            call ->
                council.act(call, true, (body, _) -> new DeedCommand.Recuse(body.ground().wire())))
        .about("A member steps back.")
        .postWithKey(
            "/{id}/appeal",
            Bodies.Reason.class,
            HOLDERS,
            call ->
                council.act(
                    call, true, (body, words) -> new DeedCommand.Appeal(words.seal(body.reason()))))
        .about("The holder asks the council to look again; until then nothing is taken.")
        .get("/{id}", DeedReply.class, READING, shown::one)
        .about("One deduction.")
        .build();
  }
}
