package cn.linli.timebank.certificates;

import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.paper.Grid;
import cn.linli.platform.paper.Grid.Cell;
import cn.linli.platform.paper.Grid.Row;
import cn.linli.platform.paper.Paper;
import cn.linli.platform.paper.Paper.Block;
import cn.linli.timebank.casework.Labels;
import cn.linli.timebank.certificates.Certificate.Notice;
import cn.linli.timebank.domain.certificates.ServiceRecord;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate on paper. */
final class CertificatePaper {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final List<String> STARS = List.of("未达一星", "一星", "二星", "三星", "四星", "五星");

  private static final int LABEL = 4;
  private static final int VALUE = 8;
  private static final int KIND = 7;
  private static final int COUNT = 3;
  private static final int TIME = 6;

  /** More kinds than any catalogue has; the rest stands in the passbook. */
  private static final int KINDS_MAX = 60;

  private CertificatePaper() {}

  static Paper of(Certificate it, String signature) {
    var rows = new ArrayList<Row>();
    person(rows, it);
    services(rows, it.record());
    rows.add(wide("核 验 码", signature));
    rows.add(row("负 责 人", "", "联系电话", ""));
    var blocks = new ArrayList<Block>();
    blocks.add(new Grid(rows));
    blocks.add(new Block.Paragraph(words(it)));
    blocks.add(new Block.SealPlace(it.issuer(), DAY.format(it.issuedOn()), "出具单位盖章"));
    return new Paper(
        it.isCertificate() ? "志愿服务记录证明" : "志愿服务记录",
        it.number(),
        WorkCalendar.startOfDay(it.issuedOn()),
        blocks);
  }

  private static String words(Certificate it) {
    return (it.isCertificate() ? "兹证明上列志愿者截至" : "上列志愿者截至")
        + DAY.format(it.issuedOn())
        + "，累计提供志愿服务"
        + it.record().times()
        + "次，共"
        + Labels.hours(it.record().minutes())
        + "。时长按已核实并入账的分钟数计算，冲正的不计；星级参照福建省2013年规定"
        + "（100、300、600、1000、1500小时为一至五星），仅供参考。"
        + notice(it.notice())
        + "免费出具（志愿服务条例第十九条、志愿服务记录与证明出具办法）。";
  }

  private static String notice(Notice notice) {
    return switch (notice) {
      case Notice.None() -> "本证明";
      case Notice.Never(var days) -> "本记录未经公示，不作为证明；证明须公示" + days + "日（民发〔2015〕149号）。本记录";
      case Notice.Held(var first, var last) ->
          "本证明自" + DAY.format(first) + "至" + DAY.format(last) + "在本社区公示，异议均已答复（民发〔2015〕149号），";
    };
  }

  private static void person(List<Row> rows, Certificate it) {
    ServiceRecord record = it.record();
    rows.add(row("姓　　名", it.person(), "证件号码", ""));
    rows.add(wide("志愿者编号", it.account()));
    rows.add(wide("证明编号", it.number()));
    rows.add(row("服务时长", Labels.hours(record.minutes()), "服务次数", Integer.toString(record.times())));
    rows.add(row("起止日期", span(record.first(), record.last()), "星　　级", STARS.get(record.stars())));
  }

  private static void services(List<Row> rows, ServiceRecord record) {
    rows.add(
        Row.of(
            Cell.label("服务内容", KIND),
            Cell.label("次数", COUNT),
            Cell.label("时长", TIME),
            Cell.label("起止日期", VALUE)));
    List<ServiceRecord.Kind> kinds = record.kinds();
    for (ServiceRecord.Kind each : kinds.subList(0, Math.min(KINDS_MAX, kinds.size()))) {
      rows.add(
          Row.of(
              Cell.value(Labels.service(each.service()), KIND),
              Cell.value(Integer.toString(each.times()), COUNT),
              Cell.value(Labels.hours(each.minutes()), TIME),
              Cell.value(span(each.first(), each.last()), VALUE)));
    }
  }

  private static Row wide(String label, String value) {
    return Row.of(Cell.label(label, LABEL), Cell.value(value, Grid.COLUMNS - LABEL));
  }

  private static Row row(String left, String value, String right, String other) {
    return Row.of(
        Cell.label(left, LABEL),
        Cell.value(value, VALUE),
        Cell.label(right, LABEL),
        Cell.value(other, VALUE));
  }

  private static String span(@Nullable LocalDate first, @Nullable LocalDate last) {
    if (first == null || last == null) {
      return "";
    }
    return first.equals(last) ? first.toString() : first + " 至 " + last;
  }
}
