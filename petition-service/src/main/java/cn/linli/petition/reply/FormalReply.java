package cn.linli.petition.reply;

import cn.linli.events.petition.NoticeKind;
import cn.linli.events.petition.NoticeWay;
import cn.linli.events.petition.ReviewResult;
import cn.linli.events.petition.ReviewStage;
import cn.linli.events.petition.Settlement;
import cn.linli.events.petition.Verdict;
import cn.linli.petition.domain.FormalCase;
import cn.linli.petition.domain.Petition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formal petition has beside a hotline order.
 *
 * @param noticed the unit that has it told the petitioner in writing, or could not
 * @param over no review may be asked for any more
 * @param recusals how many persons withdrew
 */
public record FormalReply(
    boolean noticed,
    List<Notice> notices,
    @Nullable Opinion opinion,
    @Nullable Review review,
    boolean over,
    int recusals) {

  public record Notice(
      Instant at,
      NoticeKind kind,
      PetitionReply.Handler by,
      @Nullable NoticeWay way,
      @Nullable Instant receivedAt,
      @Nullable String impossible,
      boolean inTime) {}

  /** {@code document}: where its PDF is. */
  public record Opinion(
      Instant at,
      int number,
      PetitionReply.Handler unit,
      Verdict result,
      Settlement outcome,
      String document) {}

  /** The last one; {@code hearing}: one is on; {@code text}: the reviewing body's own words. */
  public record Review(
      ReviewStage stage,
      PetitionReply.Handler body,
      Instant requestedAt,
      boolean hearing,
      int hearingDays,
      @Nullable Instant decidedAt,
      @Nullable ReviewResult result,
      @Nullable String text,
      boolean inTime) {}

  /** What of it lies in the vault and is shown. */
  static List<String> references(Petition petition) {
    FormalCase formal = petition.proceedings().formal();
    String words = formal == null || formal.review() == null ? null : formal.review().opinionRef();
    return words == null ? List.of() : List.of(words);
  }

  static @Nullable FormalReply of(String id, Petition petition, Opened opened) {
    FormalCase formal = petition.proceedings().formal();
    return formal == null
        ? null
        : new FormalReply(
            formal.noticed(),
            formal.notices().stream().map(FormalReply::notice).toList(),
            opinion(id, formal.opinion()),
            review(formal.review(), opened),
            formal.over(),
            formal.recused().size());
  }

  private static Notice notice(FormalCase.Notice it) {
    return new Notice(
        it.at(),
        it.kind(),
        Parts.handler(it.by()),
        it.way(),
        it.receivedAt(),
        it.impossible(),
        it.inTime());
  }

  private static @Nullable Opinion opinion(String id, FormalCase.@Nullable Opinion it) {
    return it == null
        ? null
        : new Opinion(
            it.at(),
            it.number(),
            Parts.handler(it.unit()),
            it.result(),
            it.settlement(),
            "/api/v1/petitions/" + id + "/opinion.pdf");
  }

  private static @Nullable Review review(FormalCase.@Nullable Review it, Opened opened) {
    return it == null
        ? null
        : new Review(
            it.stage(),
            Parts.handler(it.body()),
            it.requestedAt(),
            it.hearingSince() != null,
            it.hearingDays(),
            it.decidedAt(),
            it.result(),
            opened.text(it.opinionRef()),
            it.inTime());
  }
}
