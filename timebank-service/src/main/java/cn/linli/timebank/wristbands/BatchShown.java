package cn.linli.timebank.wristbands;

import cn.linli.events.WireName;
import cn.linli.events.timebank.DeviceEvent.NotTaken;
import cn.linli.events.timebank.DeviceEvent.ReadingsTaken;
import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.Outcome;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Call;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.Resource;
import cn.linli.platform.web.Versioned;
import cn.linli.timebank.domain.wristbands.Device;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of each reading of a batch. Asked for again with its key, it is a receipt. */
final class BatchShown implements Resource<BatchShown.BatchReply> {

  /** What became of a reading. */
  enum Result implements WireName {
    ACCEPTED,
    /** It had arrived before. */
    DUPLICATE,
    /** The same check at the same place less than 120 s after another. */
    IGNORED_DOUBLE_READ,
    REFUSED
  }

  /**
   * @param device id
   * @param batch id
   * @param taken how many readings were new
   */
  record BatchReply(String device, String batch, int taken, List<ReadReply> results, long version)
      implements Versioned {}

  /** {@code code}: why it was refused; null: it was not. */
  record ReadReply(long seq, Result result, @Nullable String code) {}

  @Override
  public BatchReply afterCommit(Outcome.Done done, Call<?> call) {
    var device = (Device) Objects.requireNonNull(done.states().get(done.primary()));
    ReadingsTaken taken = Objects.requireNonNull(device.last());
    var body = (Bodies.Batch) call.body();
    var codes = new HashMap<Long, String>();
    for (NotTaken it : taken.notTaken()) {
      codes.put(it.seq(), it.code());
    }
    var told = new HashSet<Long>();
    return new BatchReply(
        done.primary().key(),
        taken.batch(),
        taken.taken(),
        body.events().stream().map(it -> result(it.seq(), codes, !told.add(it.seq()))).toList(),
        done.version());
  }

  @Override
  public @Nullable BatchReply asItIsNow(StreamId primary, Caller caller, Language language) {
    return null;
  }

  private static ReadReply result(long seq, Map<Long, String> codes, boolean again) {
    String code = codes.get(seq);
    if (again || Batch.DUPLICATE.equals(code)) {
      return new ReadReply(seq, Result.DUPLICATE, null);
    }
    if (code == null) {
      return new ReadReply(seq, Result.ACCEPTED, null);
    }
    return code.equals(Batch.DOUBLE_READ)
        ? new ReadReply(seq, Result.IGNORED_DOUBLE_READ, null)
        : new ReadReply(seq, Result.REFUSED, code);
  }
}
