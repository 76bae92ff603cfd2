package cn.linli.timebank.choreography;

import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.threads.ThreadAccess;
import cn.linli.timebank.activities.ActivityCases;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Actors;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.domain.activities.Activity;
import cn.linli.timebank.ledger.Account;
import java.util.Optional;
import java.util.Set;

/**
 * The time bank's part of a thread: activities for everybody, who took part for their organisers,
 * passbooks for who may read them. Claims and logs tell nobody anything.
 */
final class ThreadReading implements ThreadAccess {

  /** Who takes part is nobody else's business (志愿服务条例 §20–21). */
  private static final Set<String> OF_VOLUNTEERS =
      Set.of(
          "signed-up",
          "moved-up",
          "sign-up-withdrawn",
          "checked-in",
          "checked-out",
          "missed",
          "service-confirmed");

  private final CaseStates<Activity> activities;
  private final CaseStates<Account> accounts;

  ThreadReading(CaseStates<Activity> activities, CaseStates<Account> accounts) {
    this.activities = activities;
    this.accounts = accounts;
  }

  @Override
  public Optional<String> resource(Caller caller, StreamId stream) {
    return switch (stream.kind()) {
      case ActivityCases.NAME -> Optional.of("/api/v1/bank/activities/" + stream.key());
      case AccountCases.KIND ->
          accounts
              .find(stream)
              .filter(it -> Reach.sees(it.state(), caller))
              .map(it -> "/api/v1/bank/accounts/" + it.id());
      default -> Optional.empty();
    };
  }

  @Override
  public Set<String> untold(Caller caller, StreamId stream) {
    boolean organises =
        !stream.kind().equals(ActivityCases.NAME)
            || activities
                .find(stream)
                .filter(it -> it.state().isOrganiser(Actors.of(caller)))
                .isPresent();
    return organises ? Set.of() : OF_VOLUNTEERS;
  }
}
