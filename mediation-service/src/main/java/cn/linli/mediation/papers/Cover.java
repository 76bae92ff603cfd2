package cn.linli.mediation.papers;

import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 卷宗封面: one case, one file.
 *
 * @param name of the file: who with whom about what
 * @param mediators who mediate or mediated
 * @param until when mediation ended; null: it goes on
 * @param filedBy who keeps the file
 * @param filedAt null: not closed yet
 * @param kept how long the file is kept, as the tenant set it
 */
public record Cover(
    Head head,
    String name,
    String mediators,
    @Nullable Instant from,
    @Nullable Instant until,
    String filedBy,
    @Nullable Instant filedAt,
    String kept,
    String note)
    implements CasePaper {

  private static final float COMMITTEE_POINTS = 18;
  private static final float TITLE_POINTS = 36;

  @Override
  public Form form() {
    return Form.COVER;
  }

  @Override
  public Paper paper() {
    String days = Words.day(from) + " 至 " + (until == null ? "　　年　月　日" : Words.day(until));
    return Sheet.bare(Form.COVER, head)
        .add(
            new Block.Space(3),
            new Block.Centred(head.committee(), COMMITTEE_POINTS),
            new Block.Space(2),
            new Block.Banner(Form.COVER.title(), TITLE_POINTS),
            new Block.Space(3))
        .row("卷　　名", name)
        .row("卷　　号", head.caseNumber())
        .row("人民调解员", mediators)
        .row("调解日期", from == null ? "" : days)
        .row("立 卷 人", filedBy, "立卷日期", Words.day(filedAt))
        .row("保管期限", kept)
        .row("备　　注", note)
        .paper();
  }
}
