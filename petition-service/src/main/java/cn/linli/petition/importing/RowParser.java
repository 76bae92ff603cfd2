package cn.linli.petition.importing;

import cn.linli.events.WireName;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.platform.config.tables.Category;
import cn.linli.platform.config.tables.CategoryTree;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes of a row as it stands in a file one that can be taken, or says why it can't. */
final class RowParser {

  static final int EXTERNAL_ID_CHARACTERS_MAX = 128;
  static final int TITLE_CHARACTERS_MAX = 200;
  static final int TEXT_CHARACTERS_MAX = 20_000;

  /** Category of rows that name none. */
  static final String OTHER = "other";

  private final Places places;
  private final Function<String, CategoryTree> categories;

  /**
   * @param categories the tree in force in a division
   */
  RowParser(Places places, Function<String, CategoryTree> categories) {
    this.places = places;
    this.categories = categories;
  }

  ImportItem parse(RawRow row) throws BadRow {
    String externalId = text(row, Column.EXTERNAL_ID, EXTERNAL_ID_CHARACTERS_MAX);
    String title = text(row, Column.TITLE, TITLE_CHARACTERS_MAX);
    String submitted = row.cell(Column.SUBMITTED_AT);
    if (externalId == null) {
      throw new BadRow("missing", Column.EXTERNAL_ID);
    }
    if (title == null) {
      throw new BadRow("missing", Column.TITLE);
    }
    if (submitted == null) {
      throw new BadRow("missing", Column.SUBMITTED_AT);
    }
    TimeText submittedAt = time(submitted, Column.SUBMITTED_AT);
    TimeText repliedAt = reply(row, submittedAt);
    String description = text(row, Column.DESCRIPTION, TEXT_CHARACTERS_MAX);
    String division = places.find(row, title, description);
    Level level = one(row, Column.LEVEL, Level.values(), null);
    String result = text(row, Column.RESULT, TEXT_CHARACTERS_MAX);
    if (repliedAt == null && (level != null || result != null)) {
      throw new BadRow("missing", Column.REPLIED_AT);
    }
    Kind kind = Objects.requireNonNull(one(row, Column.KIND, Kind.values(), Kind.APPEAL));
    if (kind == Kind.ACCUSATION) {
      throw new BadRow("accusation-not-imported", Column.KIND);
    }
    return new ImportItem(
        row.number(),
        externalId,
        title,
        description,
        division,
        category(row, division),
        Objects.requireNonNull(one(row, Column.CHANNEL, Channel.values(), Channel.IMPORT)),
        kind,
        submittedAt.at(),
        submittedAt.dateOnly() || repliedAt != null && repliedAt.dateOnly(),
        repliedAt == null ? null : repliedAt.at(),
        result,
        level);
  }

  /** A bare date on the day it was submitted stands for the instant of submission. */
  private static @Nullable TimeText reply(RawRow row, TimeText submitted) throws BadRow {
    String text = row.cell(Column.REPLIED_AT);
    if (text == null) {
      return null;
    }
    TimeText replied = time(text, Column.REPLIED_AT);
    Instant nextDay = replied.at().plus(java.time.Duration.ofDays(1));
    boolean sameDay = replied.dateOnly() && submitted.at().isBefore(nextDay);
    return sameDay && replied.at().isBefore(submitted.at())
        ? new TimeText(submitted.at(), true)
        : replied;
  }

  private static TimeText time(String text, Column column) throws BadRow {
    return TimeText.parse(text).orElseThrow(() -> new BadRow("not-a-time", column));
  }

  private static @Nullable String text(RawRow row, Column column, int charactersMax) throws BadRow {
    String text = row.cell(column);
    if (text != null && text.length() > charactersMax) {
      throw new BadRow("too-long", column);
    }
    return text;
  }

  private static <T extends WireName> @Nullable T one(
      RawRow row, Column column, T[] all, @Nullable T otherwise) throws BadRow {
    String text = row.cell(column);
    if (text == null) {
      return otherwise;
    }
    for (T value : all) {
      if (value.wire().equals(text.toLowerCase(Locale.ROOT))) {
        return value;
      }
    }
    throw new BadRow("unknown-value", column);
  }

  /** A code of a leaf, or the one leaf of that name. */
  private String category(RawRow row, String division) throws BadRow {
    CategoryTree tree = categories.apply(division);
    String text = row.cell(Column.CATEGORY);
    String code = text == null ? OTHER : text;
    if (tree.isLeaf(code)) {
      return code;
    }
    if (text == null) {
      throw new BadRow("missing", Column.CATEGORY);
    }
    var named =
        tree.categories().stream()
            .filter(category -> tree.isLeaf(category.code()) && isCalled(category, text))
            .limit(2)
            .toList();
    if (named.size() != 1) {
      throw new BadRow("unknown-category", Column.CATEGORY);
    }
    return named.getFirst().code();
  }

  private static boolean isCalled(Category category, String name) {
    return category.zh().equals(name) || category.en().equalsIgnoreCase(name);
  }
}
