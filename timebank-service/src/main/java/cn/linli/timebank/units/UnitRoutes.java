package cn.linli.timebank.units;

import static cn.linli.timebank.activities.Bodies.WORD;

import cn.linli.events.timebank.UnitEvent;
import cn.linli.events.timebank.UnitEvent.ResourceOffered;
import cn.linli.events.timebank.UnitEvent.UnitCheckedIn;
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
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.InDivision;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.activities.ActivityCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.domain.units.Unit;
import cn.linli.timebank.volunteering.Crews;
import cn.linli.timebank.volunteering.Kind;
import cn.linli.timebank.volunteering.Shown;
import cn.linli.timebank.volunteering.Verdicts;
import com.mongodb.client.MongoDatabase;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UnitRoutes {

  private static final int HEADS_MAX = 100_000;

  /** A field for members' names does not exist, and a strict body takes no other. */
  record CheckIn(
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String name,
      @NotBlank @Pattern(regexp = WORD) String kind,
      @NotNull @Min(0) @Max(HEADS_MAX) Integer heads)
      implements InDivision {}

  record Heads(@NotNull @Min(0) @Max(HEADS_MAX) Integer heads) {}

  /** {@code heads}: how many it sends. */
  record Claim(
      @NotBlank @Size(max = 40) String activity, @NotNull @Min(1) @Max(HEADS_MAX) Integer heads) {}

  record Offer(
      @NotBlank @Pattern(regexp = WORD) String kind,
      @NotNull @Min(1) @Max(HEADS_MAX) Integer quantity,
      @NotNull LocalDate from,
      @NotNull LocalDate until) {}

  record Withdraw(@NotNull @Min(1) @Max(100_000) Integer number) {}

  @Bean
  UnitCases unitCases() {
    return new UnitCases();
  }

  @Bean
  CaseStates<Unit> unitStates(MongoDatabase database, Kinds kinds, UnitCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  RouteTable units(Web web, CaseStates<Unit> states, Vault vault) {
    var shown = new UnitShown(states, vault);
    return Routes.under("/api/v1/bank/units", web)
        .resource(UnitReply.class, shown)
        .postWithKey("", CheckIn.class, Crews.ORGANISERS, call -> checkIn(call, vault))
        .about("A unit checks in with a community, with a head-count.")
        .postWithKey(
            "/{id}/heads",
            Heads.class,
            Crews.ORGANISERS,
            call -> act(call, unit -> unit.change(call.body().heads())))
        .about("Another head-count.")
        .postWithKey("/{id}/claim", Claim.class, Crews.ORGANISERS, UnitRoutes::claim)
        .about("Takes part in an activity with so many.")
        .postWithKey("/{id}/resources", Offer.class, Crews.ORGANISERS, UnitRoutes::offer)
        .about("What it puts at the community's disposal, and for how long.")
        .postWithKey(
            "/{id}/resources/withdraw",
            Withdraw.class,
            Crews.ORGANISERS,
            call -> act(call, unit -> unit.withdraw(call.body().number())))
        .about("Not any longer.")
        .postWithKey("/{id}/leave", NoBody.class, Crews.ORGANISERS, call -> act(call, Unit::leave))
        .about("Checks out for good.")
        .get("/{id}", UnitReply.class, Roles.anyone(), shown::one)
        .about("One unit.")
        .list(
            "",
            UnitReply.class,
            Roles.anyone(),
            List.of("division"),
            query -> shown.page(query, ListFields.place(UnitCases.NAME, UnitShown.place(query))))
        .about("Units of a place.")
        .build();
  }

  private static Command checkIn(Call<CheckIn> call, Vault vault) {
    CheckIn body = call.body();
    mustBeOf(Unit.KINDS, body.kind(), "unknown-unit-kind");
    StreamId stream = UnitCases.stream(call.derivedId("unit"));
    var words = new Words(vault.sealingNew(stream, call.commandId()));
    var in =
        new UnitCheckedIn(
            stream.key(),
            body.kind(),
            body.division().value(),
            words.seal(body.name()),
            body.heads());
    return call.command(
            201,
            List.of(stream),
            words.besides(),
            words.documents(),
            _ -> Verdicts.of(stream, Decision.<UnitEvent>accept(in)))
        .onNewStream();
  }

  private static Command claim(Call<Claim> call) {
    StreamId stream = path(call);
    StreamId activity = Kind.named(ActivityCases.NAME, call.body().activity(), "unknown-activity");
    return call.command(
        200,
        List.of(stream, activity),
        List.of(),
        streams -> {
          Activity wanted = streams.state(activity, Activity.class);
          return wanted.exists()
              ? decide(
                  call,
                  stream,
                  streams.state(stream, Unit.class),
                  unit ->
                      unit.claim(
                          activity.key(),
                          call.body().heads(),
                          wanted.status() == Activity.Status.OPEN))
              : new Verdict.Refuse(Refusal.of("unknown-activity"));
        });
  }

  private static Command offer(Call<Offer> call) {
    Offer body = call.body();
    mustBeOf(Unit.RESOURCES, body.kind(), "unknown-resource-kind");
    return act(
        call,
        unit ->
            unit.offer(
                new ResourceOffered(
                    path(call).key(),
                    unit.nextResource(),
                    body.kind(),
                    body.quantity(),
                    body.from(),
                    body.until())));
  }

  private static void mustBeOf(Set<String> known, String said, String code) {
    if (!known.contains(said)) {
      throw new ProblemException(Problem.of(422, code));
    }
  }

  private static Command act(Call<?> call, Function<Unit, Decision<UnitEvent>> asks) {
    StreamId stream = path(call);
    return call.changes(
        stream, streams -> decide(call, stream, streams.state(stream, Unit.class), asks));
  }

  private static Verdict decide(
      Call<?> call, StreamId stream, Unit unit, Function<Unit, Decision<UnitEvent>> asks) {
    return unit.exists() && !unit.isSpokenForBy(Actors.of(call.caller()))
        ? new Verdict.Refuse(Refusal.of("out-of-scope"))
        : Verdicts.of(stream, asks.apply(unit));
  }

  private static StreamId path(Call<?> call) {
    return Kind.fromPath(UnitCases.NAME, call.path("id"));
  }

  /** Units are public bodies: everybody may read which ones there are. */
  private static final class UnitShown extends Shown<Unit, UnitReply> {

    private final Vault vault;

    UnitShown(CaseStates<Unit> states, Vault vault) {
      super(states, Unit.class);
      this.vault = vault;
    }

    @Override
    protected StreamId stream(String id) {
      return Kind.fromPath(UnitCases.NAME, id);
    }

    @Override
    protected Instant since(Unit state) {
      return Objects.requireNonNull(state.since());
    }

    @Override
    protected List<UnitReply> replies(List<Stored<Unit>> stored, Caller caller) {
      Map<String, Content> names =
          vault.openAll(stored.stream().map(it -> it.state().what().nameRef()).toList());
      return stored.stream().map(it -> reply(it, names)).toList();
    }

    private UnitReply reply(Stored<Unit> stored, Map<String, Content> names) {
      Unit it = stored.state();
      return new UnitReply(
          stored.id(),
          Objects.requireNonNull(names.get(it.what().nameRef())).text().orElse(""),
          it.what().kind(),
          it.what().community(),
          it.here(),
          it.heads(),
          it.tasks().stream()
              .map(task -> new UnitReply.Task(task.activity(), task.heads()))
              .toList(),
          it.resources().stream()
              .map(each ->
                  new UnitReply.Resource(
                      each.number(), each.kind(), each.quantity(), each.from(), each.until()))
              .toList(),
          since(it),
          stored.version());
    }
  }
}
