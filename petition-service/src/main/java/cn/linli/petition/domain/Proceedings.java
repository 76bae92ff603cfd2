package cn.linli.petition.domain;

import cn.linli.events.petition.NoticeAbout;
import cn.linli.platform.notice.Notices;
import org.jspecify.annotations.Nullable;

/** What only some requests go through beside handling; a part is null while there is none of it. */
public record Proceedings(
    @Nullable Deliberation deliberation,
    @Nullable BatchItem batchItem,
    @Nullable Kin kin,
    @Nullable Whistles whistles,
    @Nullable BuildingWhistles buildingWhistles,
    @Nullable InternalFiles files,
    @Nullable FormalCase formal,
    @Nullable Complex complex,
    @Nullable Notices<NoticeAbout> notices,
    @Nullable Referral referral) {

  static final Proceedings NONE =
      new Proceedings(null, null, null, null, null, null, null, null, null, null);

  Proceedings with(Deliberation now) {
    return new Proceedings(
        now, batchItem, kin, whistles, buildingWhistles, files, formal, complex, notices, referral);
  }

  Proceedings with(BatchItem now) {
    return new Proceedings(
        deliberation,
        now,
        kin,
        whistles,
        buildingWhistles,
        files,
        formal,
        complex,
        notices,
        referral);
  }

  Proceedings with(Kin now) {
    return new Proceedings(
        deliberation,
        batchItem,
        now,
        whistles,
        buildingWhistles,
        files,
        formal,
        complex,
        notices,
        referral);
  }

  Proceedings with(Whistles now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        now,
        buildingWhistles,
        files,
        formal,
        complex,
        notices,
        referral);
  }

  Proceedings with(BuildingWhistles now) {
    return new Proceedings(
        deliberation, batchItem, kin, whistles, now, files, formal, complex, notices, referral);
  }

  Proceedings with(InternalFiles now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        whistles,
        buildingWhistles,
        now,
        formal,
        complex,
        notices,
        referral);
  }

  Proceedings with(FormalCase now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        whistles,
        buildingWhistles,
        files,
        now,
        complex,
        notices,
        referral);
  }

  Proceedings with(Complex now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        whistles,
        buildingWhistles,
        files,
        formal,
        now,
        notices,
        referral);
  }

  Proceedings with(Notices<NoticeAbout> now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        whistles,
        buildingWhistles,
        files,
        formal,
        complex,
        now,
        referral);
  }

  Proceedings with(Referral now) {
    return new Proceedings(
        deliberation,
        batchItem,
        kin,
        whistles,
        buildingWhistles,
        files,
        formal,
        complex,
        notices,
        now);
  }

  /** The request is open no more: what others were still to do for it falls away. */
  Proceedings ended() {
    Proceedings rest = whistles == null ? this : with(whistles.released());
    return referral == null || !referral.state().waits()
        ? rest
        : rest.with(referral.in(Referral.State.DROPPED));
  }
}
