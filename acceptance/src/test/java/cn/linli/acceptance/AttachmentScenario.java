package cn.linli.acceptance;

import static cn.linli.acceptance.Person.as;
import static cn.linli.acceptance.Person.json;
import static cn.linli.acceptance.Petitions.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evidence as a file. */
class AttachmentScenario {

  private static final String GRID = "620721100001001";
  private static final byte[] FILE = "楼顶渗水记录".getBytes(StandardCharsets.UTF_8);

  private final Person worker = as("grid-worker@" + GRID);

  @Test
  void a_file_goes_with_its_case_and_is_read_by_who_reads_the_case() {
    var file = upload(worker, "text/plain").created().id();
    var id =
        worker
            .post("/petitions", request("leaks", GRID, "attachments", List.of(file)))
            .created()
            .id();
    assertThat(worker.get("/petitions/" + id).ok().at("attachments").toString()).contains(file);

    var place = "/attachments/" + file;
    assertThat(as("community-clerk@620721100001").get(place).ok().bytes()).isEqualTo(FILE);
    as("community-clerk@620721100002").get(place).problem(404, "not-found");
  }

  @Test
  void a_file_that_is_not_the_callers_or_not_what_it_says_is_refused() {
    var file = upload(as("grid-worker@620721100001002"), "text/plain").created().id();
    worker
        .post("/petitions", request("leaks", GRID, "attachments", List.of(file)))
        .refused("attachment-unknown");
    upload(worker, "image/png").refused("attachment-type-mismatch");
  }

  @Test
  void files_show_what_was_done_and_the_petitioner_sees_those_of_the_answer() {
    var resident = as("resident@620721100001/zhang-san");
    var id = resident.post("/petitions", request("leaks", GRID)).created().id();
    var before = upload(worker, "text/plain").created().id();
    var after = upload(worker, "text/plain").created().id();
    var path = "/petitions/" + id;
    worker
        .post(
            path + "/progress",
            json("note", "楼顶渗水", "entry", "home-visit", "attachments", List.of(before)))
        .ok();
    worker
        .post(
            path + "/resolve",
            json("result", "已修好", "outcome", "solved", "attachments", List.of(after)))
        .ok();
    assertThat(worker.get(path).ok().at("attachments").toString()).contains(before, after);
    assertThat(resident.get(path).ok().at("attachments").toString())
        .contains(after)
        .doesNotContain(before);
    assertThat(resident.get("/attachments/" + after).ok().bytes()).isEqualTo(FILE);
    resident.get("/attachments/" + before).problem(404, "not-found");
  }

  private static Reply upload(Person person, String type) {
    var form = new ByteArrayOutputStream();
    var head =
        "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n"
            + "Content-Type: %s\r\n\r\n".formatted(type);
    form.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    form.writeBytes(FILE);
    form.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return person.upload("/attachments", "multipart/form-data; boundary=limit", form.toByteArray());
  }
}
