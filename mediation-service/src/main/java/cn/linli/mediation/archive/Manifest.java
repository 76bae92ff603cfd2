package cn.linli.mediation.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bundle holds, each document with its digest. Its bytes are what is signed.
 *
 * @param format names this shape; another shape has another name
 * @param purpose {@code archive} or the pathway of a hand-over
 * @param version of the dispute that its papers tell of
 * @param claims handed over; empty in an archive
 * @param elsewhere files of the case that are too large to be enclosed: listed, not there
 */
@JsonPropertyOrder({
  "format",
  "purpose",
  "dispute",
  "caseNumber",
  "committee",
  "version",
  "preparedAt",
  "body",
  "claims",
  "documents",
  "elsewhere"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record Manifest(
    String format,
    String purpose,
    String dispute,
    String caseNumber,
    String committee,
    long version,
    String preparedAt,
    @Nullable String body,
    List<String> claims,
    List<Line> documents,
    List<Line> elsewhere) {

  static final String FORMAT = "linli-case-file/1";
  static final String PATH = "manifest.json";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @JsonPropertyOrder({"path", "title", "mediaType", "bytes", "sha256"})
  record Line(String path, String title, String mediaType, long bytes, String sha256) {

    static Line of(Enclosure it) {
      return new Line(it.path(), it.title(), it.mediaType(), it.content().length, it.sha256());
    }
  }

  Manifest {
    claims = List.copyOf(claims);
    documents = List.copyOf(documents);
    elsewhere = List.copyOf(elsewhere);
  }

  static Manifest of(Subject subject, List<Enclosure> documents, List<Line> elsewhere) {
    return new Manifest(
        FORMAT,
        subject.purpose(),
        subject.dispute(),
        subject.caseNumber(),
        subject.committee(),
        subject.version(),
        subject.preparedAt().toString(),
        subject.body(),
        subject.claims(),
        documents.stream().map(Line::of).toList(),
        elsewhere);
  }

  /** What a bundle is about. */
  record Subject(
      String purpose,
      String dispute,
      String caseNumber,
      String committee,
      long version,
      Instant preparedAt,
      @Nullable String body,
      List<String> claims) {}

  byte[] bytes() {
    return JSON.writeValueAsBytes(this);
  }
}
