package cn.linli.timebank.wristbands;

import cn.linli.events.timebank.SessionFlag;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.CaseStates.Stored;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.ledger.Account;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Wristbands as their wearers and those who keep the books see them: never where or when read. */
final class WristbandShown implements Resource<WristbandShown.WristbandReply> {

  private final CaseStates<Wristband> bands;
  private final CaseStates<Account> accounts;
  private final KeyedHash hash;

  WristbandShown(CaseStates<Wristband> bands, CaseStates<Account> accounts, KeyedHash hash) {
    this.bands = bands;
    this.accounts = accounts;
    this.hash = hash;
  }

  /**
   * A wristband.
   *
   * @param worn whether it counts now
   * @param freeAt from when it may be bound again
   * @param readings that wait or are kept a few days
   * @param sessions of the last few days
   */
  record WristbandReply(
      String id,
      String account,
      String division,
      boolean worn,
      boolean lost,
      @Nullable Instant freeAt,
      int readings,
      List<SessionReply> sessions,
      long version)
      implements Versioned {}

  /** {@code flag}: what is odd about it; null: nothing. */
  record SessionReply(
      LocalDate day, String service, int minutes, int credited, @Nullable SessionFlag flag) {}

  /** Whoever may bind or unbind it may read it. */
  @Override
  public WristbandReply afterCommit(Outcome.Done done, Call<?> call) {
    var state = (Wristband) Objects.requireNonNull(done.states().get(done.primary()));
    return reply(new Stored<>(done.primary().key(), state, done.version()));
  }

  @Override
  public @Nullable WristbandReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return bands
        .find(primary)
        .filter(it -> sees(it.state(), caller))
        .map(WristbandShown::reply)
        .orElse(null);
  }

  @Nullable WristbandReply one(Query<NoBody> query) {
    var found = bands.find(WristbandCases.fromPath(hash, query.path("id")));
    if (found.isPresent() && !sees(found.get().state(), query.caller())) {
      if (query.caller().is(Role.RESIDENT)) {
        return null;
      }
      throw AccessException.outOfScope();
    }
    return found.map(WristbandShown::reply).orElse(null);
  }

  private boolean sees(Wristband band, Caller caller) {
    return accounts
        .find(AccountCases.stream(Objects.requireNonNull(band.account())))
        .filter(it -> Reach.sees(it.state(), caller))
        .isPresent();
  }

  private static WristbandReply reply(Stored<Wristband> stored) {
    Wristband it = stored.state();
    return new WristbandReply(
        stored.id(),
        Objects.requireNonNull(it.account()),
        Objects.requireNonNull(it.division()),
        it.isWorn(),
        it.lost(),
        it.freeAt(),
        it.readings(),
        it.booked().stream()
            .map(session ->
                new SessionReply(
                    session.day(),
                    session.service(),
                    session.minutes(),
                    session.credited(),
                    session.flag()))
            .toList(),
        stored.version());
  }
}
