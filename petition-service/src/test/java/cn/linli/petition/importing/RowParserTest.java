package cn.linli.petition.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Level;
import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.config.tables.ShippedTables;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.DivisionTree;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowParserTest {

  private static final DivisionCode CITY = DivisionCode.of("3706");

  private final RowParser parser = parser(CITY, null);

  private static RowParser parser(DivisionCode scope, DivisionCode otherwise) {
    return new RowParser(
        new Places(DivisionTree.shipped(), scope, otherwise, PlaceMap.shipped()),
        division -> ShippedTables.of(CategoryTree.class));
  }

  /** A good row with cells set or (null) left out. */
  private static RawRow row(Object... changes) {
    var cells =
        new EnumMap<Column, String>(
            Map.of(
                Column.EXTERNAL_ID, "a-1",
                Column.TITLE, "暖气不热",
                Column.SUBMITTED_AT, "2019/4/25 9:32:09",
                Column.DIVISION, "370602003006"));
    for (int i = 0; i < changes.length; i += 2) {
      if (changes[i + 1] == null) {
        cells.remove((Column) changes[i]);
      } else {
        cells.put((Column) changes[i], (String) changes[i + 1]);
      }
    }
    return RawRow.of(1, cells);
  }

  @Test
  void aRowWithTheLeastIsAnAppealOfOtherMattersByImport() throws BadRow {
    assertThat(parser.parse(row()))
        .isEqualTo(
            new ImportItem(
                1,
                "a-1",
                "暖气不热",
                null,
                "370602003006",
                "other",
                Channel.IMPORT,
                Kind.APPEAL,
                Instant.parse("2019-04-25T09:32:09+08:00"),
                false,
                null,
                null,
                null));
  }

  @Test
  void aWholeRowKeepsBothInstants() throws BadRow {
    var item =
        parser.parse(
            row(
                Column.KIND, "complaint",
                Column.CHANNEL, "mailbox",
                Column.CATEGORY, "供暖",
                Column.REPLIED_AT, "2019-04-26T18:00:00+08:00",
                Column.RESULT, "已修复",
                Column.LEVEL, "grid"));
    assertThat(item.category()).isEqualTo("heating");
    assertThat(item.kind()).isEqualTo(Kind.COMPLAINT);
    assertThat(item.level()).isEqualTo(Level.GRID);
    assertThat(item.repliedAt()).isEqualTo("2019-04-26T10:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "EXTERNAL_ID, -, missing, externalId",
        "TITLE, -, missing, title",
        "SUBMITTED_AT, -, missing, submittedAt",
        "SUBMITTED_AT, yesterday, not-a-time, submittedAt",
        "SUBMITTED_AT, 2019/2/30, not-a-time, submittedAt",
        "REPLIED_AT, 25:00, not-a-time, repliedAt",
        "RESULT, done, missing, repliedAt",
        "LEVEL, grid, missing, repliedAt",
        "KIND, wish, unknown-value, kind",
        "KIND, accusation, accusation-not-imported, kind",
        "CHANNEL, smoke, unknown-value, channel",
        "CATEGORY, unheard-of, unknown-category, category",
        "CATEGORY, housing, unknown-category, category",
        "DIVISION, 150203, out-of-scope, division"
      })
  void aBadRowIsToldWithItsColumn(Column column, String text, String code, String field) {
    assertThatThrownBy(() -> parser.parse(row(column, text)))
        .isInstanceOfSatisfying(
            BadRow.class,
            bad -> assertThat(bad.problem(1)).isEqualTo(new RowProblem(1, code, field)));
  }

  @Test
  void whatIsTooLongIsRefused() {
    for (var limit :
        Map.of(
                Column.EXTERNAL_ID, RowParser.EXTERNAL_ID_CHARACTERS_MAX,
                Column.TITLE, RowParser.TITLE_CHARACTERS_MAX,
                Column.DESCRIPTION, RowParser.TEXT_CHARACTERS_MAX)
            .entrySet()) {
      assertThatThrownBy(() -> parser.parse(row(limit.getKey(), "x".repeat(limit.getValue() + 1))))
          .isInstanceOfSatisfying(
              BadRow.class, bad -> assertThat(bad.problem(1).code()).isEqualTo("too-long"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2019/4/25, 2019-04-24T16:00:00Z, true",
    "2019-04-25, 2019-04-24T16:00:00Z, true",
    "2019年4月25日, 2019-04-24T16:00:00Z, true",
    "2019/4/25 9:32, 2019-04-25T01:32:00Z, false",
    "2019-04-25 09:32:09, 2019-04-25T01:32:09Z, false",
    "2019-04-25T09:32:09Z, 2019-04-25T09:32:09Z, false",
    "2019-04-25T09:32:09+08:00, 2019-04-25T01:32:09Z, false"
  })
  void timesWithoutAnOffsetAreLocal(String text, Instant at, boolean dateOnly) throws BadRow {
    var item = parser.parse(row(Column.SUBMITTED_AT, text));
    assertThat(item.submittedAt()).isEqualTo(at);
    assertThat(item.dateOnly()).isEqualTo(dateOnly);
  }

  @Test
  void aBareDateOfTheReplyIsMidnightOnLaterDaysAndTheSubmissionOnTheSameDay() throws BadRow {
    var later = parser.parse(row(Column.REPLIED_AT, "2019/4/26"));
    assertThat(later.repliedAt()).isEqualTo("2019-04-25T16:00:00Z");
    assertThat(later.dateOnly()).isTrue();
    var same = parser.parse(row(Column.REPLIED_AT, "2019/4/25"));
    assertThat(same.repliedAt()).isEqualTo(same.submittedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "370602003006, 370602003006",
    "370602000000, 370602",
    "芝罘区, 370602",
    "大海阳社区, 370602003006",
    "A7县, 370602007",
    "370699, unknown",
    "无此地, unknown",
    "王家庄村委会, unknown"
  })
  void aPlaceIsACodeOrANameAndElseInQuarantine(String place, String division) throws BadRow {
    assertThat(parser.parse(row(Column.DIVISION, null, Column.PLACE, place)).division())
        .isEqualTo(division);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "A2区景蓉华苑物业管理有问题, -, 370602002",
        "请加快提高A市民营幼儿园老师的待遇, -, 370602",
        "A市A7县的路, -, 370602007",
        "咨询, B市的政策, 370611",
        "K4县停水, A市领导好, 370685004",
        "小区GA1区, -, 3706",
        "没有地名, 也没有, 3706",
        "M市, -, 370687",
        "C15区, -, 370612002"
      })
  void withoutAPlaceColumnThePublishedMapDecides(String title, String description, String division)
      throws BadRow {
    var row = row(Column.DIVISION, null, Column.TITLE, title, Column.DESCRIPTION, description);
    assertThat(parser.parse(row).division()).isEqualTo(division);
    assertThat(parser(CITY, DivisionCode.of("370602")).parse(row).division()).isEqualTo("370602");
  }

  @Test
  void aProvinceIsTooCoarseToHoldARequest() {
    assertThatThrownBy(
            () -> parser(DivisionCode.of("37"), null).parse(row(Column.DIVISION, "370000")))
        .isInstanceOfSatisfying(
            BadRow.class,
            bad -> assertThat(bad.problem(1).code()).isEqualTo("division-too-coarse"));
  }
}
