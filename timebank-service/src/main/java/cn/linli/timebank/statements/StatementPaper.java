package cn.linli.timebank.statements;

import cn.linli.events.timebank.AccountEvent.Posted;
import cn.linli.events.timebank.Unit;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import cn.linli.timebank.casework.Labels;
import cn.linli.timebank.statements.Statement.Line;
import cn.linli.timebank.statements.Statement.Part;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A statement on paper. */
final class StatementPaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  /** A grid holds no more rows; a long statement has several. */
  private static final int ROWS_OF_GRID = 400;

  private static final int LABEL = 4;
  private static final int VALUE = 8;
  private static final int AT = 6;
  private static final int WHAT = 9;
  private static final int AMOUNT = 3;

  private StatementPaper() {}

  static Paper of(Statement it) {
    var blocks = new ArrayList<Block>();
    blocks.add(head(it));
    part(blocks, it.minutes(), "一、时间存折（单位：分钟）");
    part(blocks, it.points(), "二、积分存折（单位：分）");
    blocks.add(
        new Block.Paragraph(
            "时间和积分互不折算，不得买卖，不兑换现金（志愿服务条例第二条、第三条）。每一笔记录都与前一笔以哈希值相连，" + "记录不改不删；有误的以冲正更正，须由两人办理。"));
    blocks.add(new Block.Signature(it.place() + "时间银行"));
    blocks.add(new Block.Signature(DAY.format(WorkCalendar.dayOf(it.asOf()))));
    return new Paper("存折对账单", "存折 " + it.account(), it.asOf(), blocks);
  }

  private static Grid head(Statement it) {
    return Grid.of(
        row("户　　名", it.holder().isEmpty() ? it.place() + "公共时间池" : it.holder(), "社　　区", it.place()),
        Row.of(Cell.label("存折编号", LABEL), Cell.value(it.account(), Grid.COLUMNS - LABEL)),
        row("起 始 日", day(it.from()), "截 止 日", day(it.until())));
  }

  private static Row row(String left, String value, String right, String other) {
    return Row.of(
        Cell.label(left, LABEL),
        Cell.value(value, VALUE),
        Cell.label(right, LABEL),
        Cell.value(other, VALUE));
  }

  private static void part(List<Block> blocks, Part part, String title) {
    blocks.add(new Block.Heading(title));
    var rows = new ArrayList<Row>();
    rows.add(labels());
    rows.add(sum("期初余额", "", "", part.opening()));
    for (Line line : part.lines()) {
      if (rows.size() == ROWS_OF_GRID) {
        blocks.add(new Grid(rows));
        rows.clear();
      }
      rows.add(row(line));
    }
    rows.add(sum("期末余额", Long.toString(part.in()), Long.toString(part.out()), part.closing()));
    blocks.add(new Grid(rows));
    if (!part.lines().isEmpty()) {
      blocks.add(new Block.Field("末笔哈希值", part.lines().getLast().posted().hash()));
    }
    if (part.unit() == Unit.MINUTES) {
      blocks.add(new Block.Field("期末折合", Labels.hours(part.closing())));
    }
  }

  private static Row labels() {
    return Row.of(
        Cell.label("时间", AT),
        Cell.label("摘要", WHAT),
        Cell.label("存入", AMOUNT),
        Cell.label("支出", AMOUNT),
        Cell.label("余额", AMOUNT));
  }

  private static Row row(Line line) {
    Posted it = line.posted();
    return Row.of(
        Cell.value(MINUTE.format(LocalDateTime.ofInstant(line.at(), WorkCalendar.ZONE)), AT),
        Cell.value(what(it), WHAT),
        Cell.value(it.amount() > 0 ? Long.toString(it.amount()) : "", AMOUNT),
        Cell.value(it.amount() < 0 ? Long.toString(-it.amount()) : "", AMOUNT),
        Cell.value(Long.toString(it.balance()), AMOUNT));
  }

  private static Row sum(String label, String in, String out, long balance) {
    return Row.of(
        Cell.label(label, AT + WHAT),
        Cell.value(in, AMOUNT),
        Cell.value(out, AMOUNT),
        Cell.value(Long.toString(balance), AMOUNT));
  }

  private static String what(Posted it) {
    String reason = Labels.reason(it.reason());
    return it.service() == null ? reason : reason + "·" + Labels.service(it.service());
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
