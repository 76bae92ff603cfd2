package cn.linli.timebank.choreography;

import cn.linli.events.timebank.SessionCreditEvent;
import cn.linli.events.timebank.SessionCreditEvent.MediatorLinked;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Versioned;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import com.mongodb.client.MongoDatabase;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MediatorRoutes {

  record Link(@NotBlank @Size(max = 40) String account) {}

  /** {@code mediator}: id on the roster; {@code account}: where their time is posted. */
  record LinkReply(String mediator, String account, String division, long version)
      implements Versioned {}

  @Bean
  CaseStates<MediatorLink> mediatorLinkStates(
      MongoDatabase database, Kinds kinds, MediatorLink.Links kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RouteTable mediatorAccounts(Web web, CaseStates<MediatorLink> states) {
    return Routes.under("/api/v1/bank/mediators", web)
        .resource(LinkReply.class, new LinkShown(states))
        .postWithKey("/{id}/account", Link.class, Crews.HOUSE, MediatorRoutes::link)
        .about("Whose passbook the sessions of a mediator on the roster are posted on.")
        .build();
  }

  /** Never one's own: somebody else says whose time it is. */
  private static Command link(Call<Link> call) {
    StreamId stream = Kind.fromPath(MediatorLink.NAME, call.path("id"));
    StreamId passbook = Volunteers.passbook(call.body().account());
    Actor actor = Actors.of(call.caller());
    return call.command(
        200,
        List.of(stream, passbook),
        List.of(),
        streams -> {
          Account its = streams.state(passbook, Account.class);
          if (!its.exists()) {
            return new Verdict.Refuse(Refusal.of("account-unknown"));
          }
          Volunteer who = Volunteers.of(passbook.key(), its, streams.at());
          MediatorLinked before = streams.state(stream, MediatorLink.class).linked();
          if (!actor.isHouse(who.division())
              || before != null && !actor.isHouse(before.division())) {
            return new Verdict.Refuse(Refusal.of("out-of-scope"));
          }
          if (who.isActor(actor)) {
            return new Verdict.Refuse(Refusal.of("self-confirmation"));
          }
          return Verdicts.of(
              stream,
              who.person() && who.open()
                  ? Decision.<SessionCreditEvent>accept(
                      streams
                          .state(stream, MediatorLink.class)
                          .linking(new MediatorLinked(stream.key(), who.account(), who.division())))
                  : Decision.refuse("account-not-open"));
        });
  }

  private record LinkShown(CaseStates<MediatorLink> states) implements Resource<LinkReply> {

    @Override
    public LinkReply afterCommit(Outcome.Done done, Call<?> call) {
      var state = (MediatorLink) Objects.requireNonNull(done.states().get(done.primary()));
      return reply(state, done.version());
    }

    @Override
    public @Nullable LinkReply asItIsNow(StreamId primary, Caller caller, Language language) {
      return states.find(primary).map(it -> reply(it.state(), it.version())).orElse(null);
    }

    private static LinkReply reply(MediatorLink state, long version) {
      var linked = Objects.requireNonNull(state.linked());
      return new LinkReply(linked.mediator(), linked.account(), linked.division(), version);
    }
  }
}
