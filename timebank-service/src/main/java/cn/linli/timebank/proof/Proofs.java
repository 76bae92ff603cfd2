package cn.linli.timebank.proof;

import cn.linli.events.timebank.LedgerEvent.LedgerSealed;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.casework.Reach;
import cn.linli.timebank.ledger.Account;
import org.jspecify.annotations.Nullable;

/** Shows a passbook with its way to the last root, to whoever may see the passbook. */
final class Proofs {

  private final Auditor auditor;
  private final LeafStore leaves;
  private final CaseStates<Account> accounts;
  private final JournalReading journal;

  Proofs(Auditor auditor, LeafStore leaves, CaseStates<Account> accounts, JournalReading journal) {
    this.auditor = auditor;
    this.leaves = leaves;
    this.accounts = accounts;
    this.journal = journal;
  }

  @Nullable PassbookProof of(Query<NoBody> query) {
    var stream = AccountCases.fromPath(query.path("id"));
    if (Reach.open(accounts.find(stream), query.caller()).isEmpty()) {
      return null;
    }
    Unit unit = query.oneOf("unit", Unit.class).orElse(Unit.MINUTES);
    long after = query.number("from", 0, 0, Integer.MAX_VALUE);
    JournalReading.Part part = journal.part(stream.key(), unit, after);
    return new PassbookProof(
        stream.key(),
        unit,
        part.lines().stream().map(PassbookProof.LineReply::of).toList(),
        part.next() == null ? null : Long.toString(part.next()),
        sealed(new Leaf.Id(stream.key(), unit)));
  }

  private PassbookProof.@Nullable Sealed sealed(Leaf.Id id) {
    Seal seal = auditor.seal();
    LedgerSealed root = seal.last();
    return root == null
        ? null
        : leaves
            .find(seal.leaves(), id)
            .map(place -> PassbookProof.Sealed.of(place, root))
            .orElse(null);
  }
}
