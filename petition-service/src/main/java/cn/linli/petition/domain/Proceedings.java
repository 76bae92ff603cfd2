package cn.linli.petition.domain;

import org.jspecify.annotations.Nullable;

/** What only some requests go through beside handling; a part is null while there is none of it. */
public record Proceedings(
    @Nullable Deliberation deliberation,
    @Nullable BatchItem batchItem,
    @Nullable Kin kin,
    @Nullable Whistles whistles,
    @Nullable BuildingWhistles buildingWhistles,
    @Nullable InternalFiles files) {

  static final Proceedings NONE = new Proceedings(null, null, null, null, null, null);

  Proceedings with(Deliberation now) {
    return new Proceedings(now, batchItem, kin, whistles, buildingWhistles, files);
  }

  Proceedings with(BatchItem now) {
    return new Proceedings(deliberation, now, kin, whistles, buildingWhistles, files);
  }

  Proceedings with(Kin now) {
    return new Proceedings(deliberation, batchItem, now, whistles, buildingWhistles, files);
  }

  Proceedings with(Whistles now) {
    return new Proceedings(deliberation, batchItem, kin, now, buildingWhistles, files);
  }

  Proceedings with(BuildingWhistles now) {
    return new Proceedings(deliberation, batchItem, kin, whistles, now, files);
  }

  Proceedings with(InternalFiles now) {
    return new Proceedings(deliberation, batchItem, kin, whistles, buildingWhistles, now);
  }

  /** The request is open no more: what others were still to do for it falls away. */
  Proceedings ended() {
    return whistles == null ? this : with(whistles.released());
  }
}
