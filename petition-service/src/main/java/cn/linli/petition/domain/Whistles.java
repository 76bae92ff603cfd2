package cn.linli.petition.domain;

import cn.linli.events.petition.CalledDepartment;
import cn.linli.events.petition.Unit;
import cn.linli.events.petition.WhistleEvent;
import cn.linli.events.petition.WhistleEvent.*;
import cn.linli.petition.domain.Whistle.Called;
import cn.linli.petition.domain.Whistle.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whistles of one request, oldest first.
 *
 * @param call a community's call that its street has not answered yet
 */
public record Whistles(@Nullable Call call, List<Whistle> all) {

  public static final Whistles NONE = new Whistles(null, List.of());

  public Whistles {
    all = List.copyOf(all);
  }

  public record Call(Unit by, Unit street, Instant at, String reasonRef) {}

  public static Whistles of(Petition petition) {
    return Objects.requireNonNullElse(petition.proceedings().whistles(), NONE);
  }

  public Optional<Whistle> find(String id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst();
  }

  /** Departments of whistles that go on, in the states given. */
  public Stream<Called> waiting(State... states) {
    var wanted = List.of(states);
    return all.stream()
        .filter(whistle -> whistle.closedAt() == null)
        .flatMap(whistle -> whistle.departments().stream())
        .filter(department -> wanted.contains(department.state()));
  }

  /** Whether a unit was called and did not decline: then it sees the request. */
  public boolean concern(@Nullable Unit unit) {
    return all.stream()
        .flatMap(whistle -> whistle.of(unit).stream())
        .anyMatch(called -> called.state() != State.DECLINED && called.state() != State.RELEASED);
  }

  Whistles after(WhistleEvent event, Instant at) {
    return switch (event) {
      case CommunityCalled(var by, var street, var reasonRef) ->
          new Whistles(new Call(by, street, at, reasonRef), all);
      case CallAnswered _ -> new Whistles(null, all);
      case Whistled it -> new Whistles(call, plus(whistle(it, at)));
      case DepartmentCheckedIn it ->
          with(it.whistle(), whistle -> whistle.with(it.department(), d -> d.checkedIn(at)));
      case CheckInFellDue it ->
          with(it.whistle(), whistle -> whistle.with(it.department(), Called::fallenDue));
      case WhistleDeclined it ->
          with(
              it.whistle(),
              whistle ->
                  whistle.with(it.department(), d -> d.declined(it.reasonRef())).ledBy(it.lead()));
      case WhistleReported it ->
          with(
              it.whistle(),
              whistle -> whistle.with(it.department(), d -> d.reported(at, it.resultRef())));
      case WhistleScored it ->
          with(
              it.whistle(),
              whistle -> whistle.with(it.department(), d -> d.scored(it.byStreet(), it.score())));
      case WhistleClosed it -> with(it.whistle(), whistle -> whistle.closed(at));
    };
  }

  /** The request has ended: who has not come need not come any more. */
  Whistles released() {
    return new Whistles(null, all.stream().map(it -> it.withAll(Called::released)).toList());
  }

  private static Whistle whistle(Whistled it, Instant at) {
    return new Whistle(
        it.whistle(),
        it.street(),
        it.why(),
        it.lead(),
        it.reasonRef(),
        at,
        it.departments().stream().map(Whistles::called).toList(),
        null);
  }

  private static Called called(CalledDepartment it) {
    return new Called(
        it.unit(), it.dueBy(), it.basis(), State.CALLED, false, null, null, null, null, null);
  }

  private Whistles with(String id, UnaryOperator<Whistle> change) {
    return new Whistles(
        call, all.stream().map(it -> it.id().equals(id) ? change.apply(it) : it).toList());
  }

  private List<Whistle> plus(Whistle one) {
    var more = new ArrayList<>(all);
    more.add(one);
    return more;
  }
}
