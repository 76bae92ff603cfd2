package cn.linli.timebank.teams;

import cn.linli.events.timebank.SkillEvent;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Versioned;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.Actor;
import cn.linli.timebank.domain.Volunteer;
import cn.linli.timebank.domain.teams.Skills;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Holders;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import cn.linli.timebank.volunteering.Verdicts;
import cn.linli.timebank.volunteering.Volunteers;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SkillRoutes {

  /**
   * What somebody can do.
   *
   * @param name masked
   * @param shown seen by somebody else
   */
  record SkillsReply(
      String account,
      @Nullable String name,
      List<String> declared,
      List<String> shown,
      long version)
      implements Versioned {}

  @Bean
  SkillCases skillCases() {
    return new SkillCases();
  }

  @Bean
  CaseStates<Skills> skillStates(MongoDatabase database, Kinds kinds, SkillCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RouteTable skills(Web web, CaseStates<Skills> states, Holders holders, Vault vault) {
    var shown = new SkillsShown(states, holders);
    return Routes.under("/api/v1/bank/skills", web)
        .resource(SkillsReply.class, shown)
        .postWithKey(
            "",
            Bodies.Declare.class,
            Roles.anyone(),
            call ->
                act(
                    call,
                    call.body().account(),
                    null,
                    (skills, who, actor) -> skills.declare(who, call.body().skill(), actor)))
        .about("What a volunteer says they can do.")
        .postWithKey("/show", Bodies.Show.class, Crews.HOUSE, call -> show(call, vault))
        .about("Somebody else has seen the training or the paper.")
        .postWithKey(
            "/drop",
            Bodies.Declare.class,
            Roles.anyone(),
            call ->
                act(
                    call,
                    call.body().account(),
                    null,
                    (skills, who, actor) -> skills.drop(who, call.body().skill(), actor)))
        .about("Not any more.")
        .get(
            "/{id}",
            SkillsReply.class,
            Roles.anyone(),
            query -> {
              holders.mustBeFor(query.path("id"), query.caller());
              return shown.one(query);
            })
        .about("What the holder of a passbook can do.")
        .list(
            "",
            SkillsReply.class,
            Crews.HOUSE,
            List.of("division", "skill"),
            query -> {
              String place = SkillsShown.place(query);
              query.caller().mustCover(DivisionCode.of(place));
              String kind =
                  query
                      .text("skill")
                      .map(skill -> SkillCases.NAME + "-" + skill)
                      .orElse(SkillCases.NAME);
              return shown.page(query, ListFields.place(kind, place));
            })
        .about("Who can do something in a place, for whoever looks for somebody.")
        .build();
  }

  private static Command show(Call<Bodies.Show> call, Vault vault) {
    StreamId stream = stream(call.body().account());
    var words = new Words(vault.sealing(stream, call.commandId()));
    String evidence = words.seal(call.body().evidence());
    return act(
        call,
        call.body().account(),
        words,
        (skills, who, actor) -> skills.show(who, call.body().skill(), evidence, actor));
  }

  /** What is asked about one volunteer. */
  @FunctionalInterface
  private interface Asking {
    Decision<SkillEvent> of(Skills skills, Volunteer who, Actor actor);
  }

  private static Command act(Call<?> call, String account, @Nullable Words words, Asking asks) {
    StreamId stream = stream(account);
    return call.command(
        200,
        List.of(stream, Volunteers.passbook(account)),
        words == null ? List.of() : words.besides(),
        words == null ? List.of() : words.documents(),
        streams ->
            Volunteers.isKnown(account, streams)
                ? Verdicts.of(
                    stream,
                    asks.of(
                        streams.state(stream, Skills.class),
                        Volunteers.of(account, streams),
                        Actors.of(call.caller())))
                : new Verdict.Refuse(Refusal.of("account-unknown")));
  }

  private static StreamId stream(String account) {
    return Kind.named(SkillCases.NAME, account, "account-unknown");
  }

  /** Skills, with whose they are. */
  private static final class SkillsShown extends Shown<Skills, SkillsReply> {

    private final Holders holders;

    SkillsShown(CaseStates<Skills> states, Holders holders) {
      super(states, Skills.class);
      this.holders = holders;
    }

    @Override
    protected StreamId stream(String id) {
      return Kind.fromPath(SkillCases.NAME, id);
    }

    @Override
    protected Instant since(Skills state) {
      return Objects.requireNonNull(state.since());
    }

    @Override
    protected List<SkillsReply> replies(List<Stored<Skills>> stored, Caller caller) {
      Map<String, Holders.Holder> known = holders.of(stored.stream().map(Stored::id).toList());
      return stored.stream()
          .map(it -> {
            var holder = known.get(it.id());
            return new SkillsReply(
                it.id(),
                holder == null ? null : holder.masked(),
                it.state().declared().stream().sorted().toList(),
                it.state().shown().stream().sorted().toList(),
                it.version());
          })
          .toList();
    }
  }
}
