package cn.linli.petition.importing;

import java.util.List;
import java.util.Optional;

/** What a column may hold, and the names files give it. Letter case does not matter. */
enum Column {
  EXTERNAL_ID("externalId", "external_id", "id", "留言编号", "编号", "工单编号"),
  SUBMITTED_AT("submittedAt", "submitted_at", "留言时间", "提交时间", "来电时间"),
  TITLE("title", "留言主题", "标题", "主题"),
  DESCRIPTION("description", "留言详情", "详情", "内容"),
  DIVISION("division", "区划代码"),
  PLACE("place", "地点", "所属区划"),
  CATEGORY("category", "分类", "类别"),
  CHANNEL("channel", "渠道"),
  KIND("kind", "诉求类型"),
  REPLIED_AT("repliedAt", "replied_at", "答复时间", "办结时间"),
  RESULT("result", "reply", "答复意见", "答复", "办理结果"),
  LEVEL("level", "办结层级"),
  /** A pseudonym in the source: not taken over. */
  IGNORED("user", "留言用户", "用户");

  private final List<String> names;

  Column(String... names) {
    this.names = List.of(names);
  }

  /** The name it has in replies. */
  String field() {
    return names.getFirst();
  }

  static Optional<Column> named(String header) {
    String wanted = header.strip();
    for (var column : values()) {
      if (column.names.stream().anyMatch(wanted::equalsIgnoreCase)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }
}
