package cn.linli.timebank.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.events.timebank.LedgerEvent.FaultFound;
import cn.linli.events.timebank.LedgerFault;
import cn.linli.local.LocalMongo;
import cn.linli.platform.commit.Outcome;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of what somebody with all rights on the database may do, and what names it. */
class TamperingTest {

  private static final String ONE = "a:" + LedgerLab.account(1);

  @TempDir Path folder;

  /** {@code names}: at least these are found; none: nothing is. */
  enum Deed {
    SEALED_LINE_DELETED(it -> it.deleteOne(last(it, 3)), LedgerFault.NOT_AS_SEALED),
    LINE_DELETED_BEFORE_IT_IS_SEALED(it -> it.deleteOne(last(it, 1)), LedgerFault.UNEVEN),
    PASSBOOK_DELETED(
        it -> it.deleteMany(Filters.eq("s", ONE)), LedgerFault.NOT_AS_SEALED, LedgerFault.UNEVEN),
    PASSBOOK_WITHOUT_TRANSFERS_DELETED(
        it -> it.deleteMany(Filters.eq("s", "a:" + LedgerLab.account(4))),
        LedgerFault.NOT_AS_SEALED),
    TWO_LINES_OF_ONE_AMOUNT_SWAPPED(Deed::swap, LedgerFault.BROKEN_CHAIN),
    SERVICE_CHANGED(
        it -> line(it, version(it, 2), "\"ref\"", "\"service\":\"care\",\"ref\""),
        LedgerFault.BROKEN_CHAIN),
    UNIT_CHANGED(
        it -> line(it, version(it, 2), "\"minutes\"", "\"points\""), LedgerFault.UNREADABLE),
    COMMAND_CHANGED(
        it -> it.updateOne(version(it, 2), Updates.set("c", "other")), LedgerFault.UNEVEN),
    MOVED_TO_A_STREAM_OF_ANOTHER_KIND(
        it -> it.updateOne(version(it, 2), Updates.set("s", "z:away")),
        LedgerFault.NOT_DENSE,
        LedgerFault.UNEVEN),
    ISSUE_WRITTEN_AGAIN_UNDER_ANOTHER_ID(
        it -> copy(it, version(it, 1), "zz:0000000001", 1), LedgerFault.UNREADABLE),
    ISSUE_WRITTEN_AGAIN_UNDER_ITS_ID_WITHOUT_ZEROS(
        it -> copy(it, version(it, 1), ONE + ":1", 1), LedgerFault.UNREADABLE),
    ISSUE_WRITTEN_AGAIN_AS_A_LATER_COMMIT(
        it -> copy(it, version(it, 1), ONE + ":0000000099", 99), LedgerFault.NOT_DENSE),
    TRANSFER_WRITTEN_AGAIN_ON_BOTH_SIDES(Deed::transferAgain, LedgerFault.UNREADABLE),
    LINE_UNDER_THE_ID_OF_ANOTHER(
        it -> {
          Document found = Objects.requireNonNull(it.find(version(it, 2)).first());
          it.deleteOne(version(it, 2));
          it.insertOne(found.append("_id", "a:elsewhere:0000000002"));
        },
        LedgerFault.UNREADABLE);

    private final Consumer<MongoCollection<Document>> done;
    private final Set<LedgerFault> names;

    Deed(Consumer<MongoCollection<Document>> done, LedgerFault... names) {
      this.done = done;
      this.names = new TreeSet<>(Arrays.asList(names));
    }

    private static org.bson.conversions.Bson version(MongoCollection<Document> in, int number) {
      return Filters.eq("_id", ONE + ":%010d".formatted(number));
    }

    /** The last commit of a passbook. */
    private static org.bson.conversions.Bson last(MongoCollection<Document> in, int account) {
      Document found =
          in.find(Filters.eq("s", "a:" + LedgerLab.account(account)))
              .sort(Sorts.descending("k"))
              .first();
      return Filters.eq("_id", Objects.requireNonNull(found).get("_id"));
    }

    private static void line(
        MongoCollection<Document> in, org.bson.conversions.Bson which, String from, String to) {
      List<Document> events =
          Objects.requireNonNull(in.find(which).first()).getList("e", Document.class);
      events.getFirst().put("d", events.getFirst().getString("d").replaceFirst(from, to));
      in.updateOne(which, Updates.set("e", events));
    }

    private static void swap(MongoCollection<Document> in) {
      Document one = Objects.requireNonNull(in.find(version(in, 2)).first());
      Document other = Objects.requireNonNull(in.find(version(in, 3)).first());
      in.updateOne(version(in, 2), Updates.set("e", other.get("e")));
      in.updateOne(version(in, 3), Updates.set("e", one.get("e")));
    }

    private static void copy(
        MongoCollection<Document> in, org.bson.conversions.Bson which, String id, long version) {
      Document found = Objects.requireNonNull(in.find(which).first());
      in.insertOne(found.append("_id", id).append("k", version).append("c", "again"));
    }

    private static void transferAgain(MongoCollection<Document> in) {
      int number = 0;
      for (Document found : in.find(Filters.eq("c", "first")).into(new ArrayList<>())) {
        in.insertOne(found.append("_id", "zz:" + number++).append("c", "again"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void is_named(Deed deed) throws Exception {
    try (var lab = new LedgerLab(LocalMongo.forTests(), LedgerLab.secrets(folder))) {
      for (int i = 1; i <= 4; i++) {
        lab.open(i, 600);
      }
      transfer(lab, "first", 1, 2);
      transfer(lab, "second", 1, 2);
      transfer(lab, "third", 2, 3);
      assertThat(lab.audit().verdict().faulty()).isNull();
      transfer(lab, "unsealed", 2, 1);
      MongoCollection<Document> journal = lab.database.getCollection("journal");

      deed.done.accept(journal);

      var faulty = lab.audit().verdict().faulty();
      assertThat(faulty).as("nothing is named").isNotNull();
      assertThat(faulty.faults()).extracting(FaultFound::code).containsAll(deed.names);
    }
  }

  private static void transfer(LedgerLab lab, String command, int from, int to) {
    assertThat(lab.transfer(command, from, to, 5)).isInstanceOf(Outcome.Done.class);
  }
}
