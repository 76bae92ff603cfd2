package cn.linli.petition.domain;

import org.jspecify.annotations.Nullable;

/** What only some requests go through beside handling; a part is null while there is none of it. */
public record Proceedings(
    @Nullable Deliberation deliberation, @Nullable BatchItem batchItem, @Nullable Kin kin) {

  static final Proceedings NONE = new Proceedings(null, null, null);

  Proceedings with(Deliberation now) {
    return new Proceedings(now, batchItem, kin);
  }

  Proceedings with(BatchItem now) {
    return new Proceedings(deliberation, now, kin);
  }

  Proceedings with(Kin now) {
    return new Proceedings(deliberation, batchItem, now);
  }
}
