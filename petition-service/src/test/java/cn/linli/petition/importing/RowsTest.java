package cn.linli.petition.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three formats say the same. */
class RowsTest {

  private static List<RawRow> read(byte[] file) throws IOException {
    var all = new ArrayList<RawRow>();
    try (var rows = Rows.open(new ByteArrayInputStream(file))) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }

  private static List<RawRow> read(String file) throws IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void csvKeepsQuotesLineBreaksAndTheByteOrderMarkOut() throws IOException {
    var rows =
        read(
            """
            \uFEFFexternalId,submittedAt,title,description
            7,2019/4/25 9:32:09,"暖气, 不热","第一行
            ""第二行"" 完"
            8,2019/4/25,停车,
            """);
    assertThat(rows).extracting(RawRow::number).containsExactly(1L, 2L);
    assertThat(rows.get(0).cell(Column.TITLE)).isEqualTo("暖气, 不热");
    assertThat(rows.get(0).cell(Column.DESCRIPTION)).isEqualTo("第一行\n\"第二行\" 完");
    assertThat(rows.get(1).cell(Column.DESCRIPTION)).isNull();
  }

  @Test
  void theHeaderOfPublicMessageFilesIsUnderstood() throws IOException {
    var row =
        read("id,user,title,submitted_at,description,reply,replied_at\n1,A0,t,2019/4/1,d,r,2019/4/2\n")
            .getFirst();
    assertThat(row.cell(Column.EXTERNAL_ID)).isEqualTo("1");
    assertThat(row.cell(Column.RESULT)).isEqualTo("r");
    assertThat(row.cell(Column.REPLIED_AT)).isEqualTo("2019/4/2");
    var chinese = read("留言编号,留言用户,留言主题,留言时间,留言详情,答复意见,答复时间\n1,A0,t,2019/4/1,d,r,2019/4/2\n");
    assertThat(chinese.getFirst().cells()).isEqualTo(row.cells());
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty-file, ",
    "'id,submittedAt,title,colour', unknown-column, colour",
    "'id,externalId,submittedAt,title', duplicate-column, externalId",
    "'id,title', missing-column, submittedAt",
    "'PK is no zip here', malformed-file, ",
    "'Preis,title', unknown-column, Preis"
  })
  void aFileWithAHeaderWeCanNotReadIsRefusedAsAWhole(String file, String code, String field) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            BadFile.class,
            bad -> {
              assertThat(bad.code()).isEqualTo(code);
              assertThat(bad.field()).isEqualTo(field);
            });
  }

  @Test
  void aRowWithTooManyFieldsAndAnUnendedQuoteAreToldByNumber() throws IOException {
    var rows =
        read(
            """
            id,submittedAt,title
            1,2019/4/25,a,b
            2,2019/4/25,fine
            3,2019/4/25
            4,2019/4/25,"never ends
            5,2019/4/25,lost
            """);
    assertThat(rows.get(0).problem()).isEqualTo(new RowProblem(1, "too-many-fields", null));
    assertThat(rows.get(1).problem()).isNull();
    assertThat(rows.get(2).cell(Column.TITLE)).isNull();
    assertThat(rows.get(3).number()).isEqualTo(4);
    assertThat(rows).hasSize(4);
  }

  @Test
  void ndjsonNamesTheFieldThatIsWrong() throws IOException {
    var rows =
        read(
            """
            {"externalId":"1","submittedAt":"2026-01-05T10:00:00+08:00","title":"a","level":null}

            {"externalId":2,"title":"b","submittedAt":"2019-01-01","colour":"red"}
            {"externalId":"3","title":["b"]}
            not json
            [1]
            {"externalId":5,"submittedAt":"2019-01-01","title":"e"}
            """);
    assertThat(rows).extracting(RawRow::number).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(rows.get(0).cells())
        .containsOnlyKeys(Column.EXTERNAL_ID, Column.SUBMITTED_AT, Column.TITLE);
    assertThat(rows.get(1).problem()).isEqualTo(new RowProblem(2, "unknown-field", "colour"));
    assertThat(rows.get(2).problem()).isEqualTo(new RowProblem(3, "wrong-type", "title"));
    assertThat(rows.get(3).problem()).isEqualTo(new RowProblem(4, "malformed-row", null));
    assertThat(rows.get(4).problem()).isEqualTo(new RowProblem(5, "malformed-row", null));
    assertThat(rows.get(5).cell(Column.EXTERNAL_ID)).isEqualTo("5");
  }

  @Test
  void aLineWithoutEndCostsNoMemory() throws IOException {
    InputStream endless =
        new java.io.SequenceInputStream(
            new ByteArrayInputStream("{\"externalId\":\"".getBytes(StandardCharsets.UTF_8)),
            new InputStream() {
              private long left = 200L << 20;

              @Override
              public int read() {
                return left-- > 0 ? 'x' : -1;
              }

              @Override
              public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                  return -1;
                }
                int filled = (int) Math.min(left, length);
                java.util.Arrays.fill(into, offset, offset + filled, (byte) 'x');
                left -= filled;
                return filled;
              }
            });
    try (var rows = Rows.open(endless)) {
      assertThat(rows.next().problem()).isEqualTo(new RowProblem(1, "row-too-long", null));
    }
  }

  @Test
  void aWorkbookReadsAsItsCellsMean() throws IOException {
    var file = new ByteArrayOutputStream();
    try (var workbook = new Workbook(file, "test", "1.0")) {
      var sheet = workbook.newWorksheet("requests");
      String[] header = {"externalId", "submittedAt", "title", "division", "result", "repliedAt"};
      for (int column = 0; column < header.length; column++) {
        sheet.value(0, column, header[column]);
      }
      sheet.value(1, 0, 4711);
      sheet.value(1, 1, LocalDateTime.of(2019, 4, 25, 9, 32, 9));
      sheet.style(1, 1).format("yyyy-MM-dd H:mm:ss").set();
      sheet.value(1, 2, "暖气不热");
      sheet.value(1, 3, "370602");
      sheet.value(2, 0, "b");
      sheet.value(2, 1, "2019/4/25");
      sheet.value(2, 2, "停车");
      sheet.value(2, 5, "2019/4/26 8:00");
    }
    var rows = read(file.toByteArray());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).cell(Column.EXTERNAL_ID)).isEqualTo("4711");
    assertThat(rows.get(0).cell(Column.DIVISION)).isEqualTo("370602");
    assertThat(TimeText.parse(rows.get(0).cell(Column.SUBMITTED_AT)))
        .contains(new TimeText(java.time.Instant.parse("2019-04-25T09:32:09+08:00"), false));
    assertThat(rows.get(1).cells())
        .containsOnlyKeys(Column.EXTERNAL_ID, Column.SUBMITTED_AT, Column.TITLE, Column.REPLIED_AT);
  }
}
