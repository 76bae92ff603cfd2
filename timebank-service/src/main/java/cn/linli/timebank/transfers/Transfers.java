package cn.linli.timebank.transfers;

import cn.linli.events.timebank.AccountEvent;
import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.ClearingEvent;
import cn.linli.events.timebank.Reason;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.tables.SchemeTable;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.platform.web.Resource;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Banking.Seen;
import cn.linli.timebank.casework.Banking.Wanted;
import cn.linli.timebank.casework.Homes;
import cn.linli.timebank.casework.Lines;
import cn.linli.timebank.casework.Lines.Line;
import cn.linli.timebank.casework.PairCases;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.clearing.Agreed;
import cn.linli.timebank.domain.clearing.Clearing;
import cn.linli.timebank.domain.clearing.Pair;
import cn.linli.timebank.ledger.Account;
import cn.linli.timebank.ledger.Entry;
import cn.linli.timebank.ledger.Giving;
import cn.linli.timebank.ledger.Transaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One command on both passbooks, no stream of its own: two journal documents and two states. The
 * vault is asked only where the giver says why.
 */
final class Transfers implements Resource<TransferReply> {

  private static final Pattern ID = Pattern.compile("([0-9a-z]{26})-([1-9][0-9]{0,9})");
  private static final String ACCOUNT = "a:";
  private static final String CLEARING = "clearing:";

  private final Banking banking;
  private final Vault vault;
  private final Lines lines;
  private final CaseStates<Account> states;
  private final Homes homes;

  Transfers(Banking banking, Vault vault, Lines lines, CaseStates<Account> states, Homes homes) {
    this.banking = banking;
    this.vault = vault;
    this.lines = lines;
    this.states = states;
    this.homes = homes;
  }

  Command give(Call<Bodies.Give> call) {
    Bodies.Give body = call.body();
    StreamId from = AccountCases.stream(body.from());
    String said = body.recordedOnBehalf() == null ? null : body.recordedOnBehalf().evidence();
    Words words =
        body.reason() == null && said == null
            ? null
            : new Words(vault.sealing(from, call.commandId()));
    var giving =
        new Giving(
            body.from(),
            body.to(),
            body.unit(),
            body.amount(),
            body.relation(),
            words == null ? null : words.seal(said == null ? body.reason() : said(body, said)),
            said != null);
    Caller caller = call.caller();
    StreamId pair = pair(body);
    return banking.command(
        call,
        201,
        pair == null ? List.of(from) : List.of(from, pair),
        body.to() == null || body.to().equals(body.from())
            ? List.of(body.from())
            : List.of(body.from(), body.to()),
        words,
        seen -> decide(giving, pair, seen, caller));
  }

  /** What two communities owe each other; null: it stays in one. */
  private @Nullable StreamId pair(Bodies.Give body) {
    if (body.to() == null || body.unit() != Unit.MINUTES) {
      return null;
    }
    String from = homes.of(body.from()).orElse(null);
    String to = homes.of(body.to()).orElse(null);
    return from == null || to == null || from.equals(to) ? null : PairCases.stream(from, to);
  }

  private static String said(Bodies.Give body, String evidence) {
    return body.reason() == null ? evidence : body.reason() + "\n" + evidence;
  }

  private static Wanted decide(Giving giving, @Nullable StreamId pair, Seen seen, Caller caller) {
    Account giver = seen.account(giving.from());
    Refusal refusal = Reach.mayAct(giver, caller, giving.onBehalf());
    if (refusal != null) {
      return Wanted.refuse(refusal);
    }
    Account receiver =
        giving.to() == null || giving.to().equals(giving.from()) ? null : seen.account(giving.to());
    if (giving.onBehalf()
        && receiver != null
        && Reach.isHolder(receiver, caller)
        && !Reach.isHolder(giver, caller)) {
      return Wanted.refuse("self-confirmation"); // nobody writes down what they are given
    }
    SchemeTable scheme = seen.schemes().of(giver.division());
    Long limit =
        pair == null || receiver == null || !receiver.exists()
            ? null
            : Agreed.limit(scheme, seen.schemes().of(receiver.division())).orElse(null);
    refusal = giving.objection(giver, receiver, scheme, limit != null, seen.at());
    if (refusal != null) {
      return Wanted.refuse(refusal);
    }
    Transaction transaction = giving.transaction(giver, receiver);
    if (limit == null || receiver == null || !Giving.isForeign(giver, receiver)) {
      return Wanted.book(transaction);
    }
    String transfer = giving.from() + "-" + (seen.version(AccountCases.stream(giving.from())) + 1);
    var leg =
        new Clearing.Leg(
            giver.division(),
            receiver.division(),
            transfer,
            giving.amount(),
            giver.id(),
            receiver.id());
    return switch (Clearing.move(seen.state(pair, Pair.class), leg, limit)) {
      case Decision.Refused<ClearingEvent>(var tooMuch) -> Wanted.refuse(tooMuch);
      case Decision.Accepted<ClearingEvent>(var cleared) ->
          Wanted.book(transaction, new Change(pair, cleared));
    };
  }

  @Override
  public String id(Outcome.Done done) {
    return done.primary().key() + "-" + done.version();
  }

  @Override
  public TransferReply afterCommit(Outcome.Done done, Call<?> call) {
    var body = (Bodies.Give) call.body();
    var giver = (Account) Objects.requireNonNull(done.states().get(done.primary()));
    boolean donation = body.to() == null || body.to().startsWith("pool-");
    return new TransferReply(
        id(done),
        body.from(),
        body.to(),
        body.unit(),
        body.amount(),
        donation ? Reason.DONATION : Reason.TRANSFER,
        new Entry(body.from(), body.unit(), giver.balance(body.unit()).seq()).id(),
        done.at());
  }

  @Override
  public @Nullable TransferReply earlier(Outcome.Done done, Caller caller, Language language) {
    return find(done.primary(), done.version()).orElse(null);
  }

  /** An account is no transfer. */
  @Override
  public @Nullable TransferReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return null;
  }

  /** For both sides and for those who keep their books. */
  @Nullable TransferReply one(Query<NoBody> query) {
    Matcher id = ID.matcher(query.path("id"));
    if (!id.matches()) {
      return null;
    }
    Optional<TransferReply> found =
        find(AccountCases.stream(id.group(1)), Long.parseLong(id.group(2)));
    if (found.isEmpty() || sees(found.get(), query.caller())) {
      return found.orElse(null);
    }
    if (query.caller().is(Role.RESIDENT)) {
      return null;
    }
    throw AccessException.outOfScope();
  }

  private boolean sees(TransferReply transfer, Caller caller) {
    return sees(transfer.from(), caller) || transfer.to() != null && sees(transfer.to(), caller);
  }

  private boolean sees(String account, Caller caller) {
    return states
        .find(AccountCases.stream(account))
        .filter(stored -> Reach.sees(stored.state(), caller))
        .isPresent();
  }

  private Optional<TransferReply> find(StreamId from, long version) {
    for (Line line : lines.of(from, version)) {
      AccountEvent event = line.event();
      if (event instanceof Posted it
          && it.amount() < 0
          && (it.reason() == Reason.TRANSFER || it.reason() == Reason.DONATION)) {
        return Optional.of(reply(from.key(), version, it, line));
      }
    }
    return Optional.empty();
  }

  private static TransferReply reply(String from, long version, Posted it, Line line) {
    Unit unit = it.unit();
    return new TransferReply(
        from + "-" + version, from, to(it), unit, -it.amount(), it.reason(), it.entry(), line.at());
  }

  private static @Nullable String to(Posted it) {
    if (it.counter().startsWith(ACCOUNT)) {
      return it.counter().substring(ACCOUNT.length());
    }
    return it.counter().startsWith(CLEARING) ? it.ref() : null;
  }
}
