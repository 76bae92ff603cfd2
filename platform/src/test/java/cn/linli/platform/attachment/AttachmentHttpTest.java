package cn.linli.platform.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.access.IssuerServer;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.vault.VaultSchema;
import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files up and down over HTTP, on the web conventions. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttachmentHttpTest {

  private static final String ZHANG = "resident@370602003006/zhang";
  private static final String LI = "resident@370602003006/li";
  private static final String CLERK = "community-clerk@370602003006";
  private static final StreamId HEATING = new StreamId("petition", "0heating");

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {
    @Bean
    AttachmentAccess clerksOnly() {
      return (caller, caseKey, attachment) ->
          caseKey.equals(HEATING.key()) && caller.by().startsWith("community-clerk");
    }
  }

  private final IssuerServer issuer = new IssuerServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private ConfigurableApplicationContext context;
  private String base;

  @BeforeAll
  void start(@TempDir Path folder) {
    var database = LocalServers.freshDatabase("attachmenthttp");
    VaultSchema.apply(database);
    AttachmentSchema.apply(database);
    context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.REACTIVE)
            .profiles("standalone")
            .properties(
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.main.lazy-initialization=true",
                "spring.cloud.function.definition=",
                "linli.mongodb.uri=" + LocalServers.mongo().adminUri(database.getName()),
                "linli.vault.keyset=" + folder.resolve("keyset.json"),
                "linli.access.demo.jwks-uri=" + issuer.jwks())
            .run();
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  void stop() {
    context.close();
    issuer.close();
    client.close();
  }

  @Test
  void a_file_goes_up_clean_and_comes_down_for_its_uploader_only() throws Exception {
    var up = upload(ZHANG, "file", "image/jpeg", Photos.telltaleJpeg(1));
    assertThat(up.statusCode()).isEqualTo(201);
    var file = json(up);
    assertThat(file.path("metadataStripped").asBoolean()).isTrue();
    var place = up.headers().firstValue("Location").orElseThrow();
    assertThat(place).isEqualTo("/api/v1/attachments/" + file.path("id").asString());

    var down = get(ZHANG, place);
    assertThat(down.statusCode()).isEqualTo(200);
    assertThat(down.body()).isEqualTo(Photos.encoded("jpg"));
    assertThat(down.headers().firstValue("Content-Type")).contains("image/jpeg");
    assertThat(down.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(down.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    assertThat(get(LI, place).statusCode()).isEqualTo(404);
    assertThat(get(CLERK, place).statusCode()).isEqualTo(404);
  }

  @Test
  void once_named_its_case_decides_who_reads_it() throws Exception {
    var file = json(upload(ZHANG, "file", "text/plain", bytes("九户停暖")));
    var id = file.path("id").asString();
    var vault = context.getBean(Vault.class);
    var attachments = context.getBean(Attachments.class);
    var seal = vault.sealing(HEATING, "command-" + id);
    var owner = attachments.find(id).orElseThrow().owner();
    attachments.claim(seal, HEATING, null, owner, List.of(id));
    var database = context.getBean(MongoDatabase.class);
    database.getCollection("vault", Document.class).insertMany(seal.documents());
    for (var beside : seal.besides()) {
      database.getCollection(beside.collection()).bulkWrite(List.of(beside.model()));
    }

    var place = "/api/v1/attachments/" + id;
    assertThat(get(CLERK, place).body()).isEqualTo(bytes("九户停暖"));
    assertThat(get(LI, place).statusCode()).isEqualTo(404);
    database.getCollection("vault").bulkWrite(List.of(Vault.erasure(HEATING).model()));
    assertProblem(get(CLERK, place), 410, "attachment-erased");
  }

  @Test
  void many_small_files_at_once_arrive_whole() throws Exception {
    var uploads = new ArrayList<Future<HttpResponse<byte[]>>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 16; i++) {
        var content = bytes("file " + i);
        uploads.add(threads.submit(() -> upload(LI, "file", "text/plain", content)));
      }
    }
    for (int i = 0; i < uploads.size(); i++) {
      var reply = uploads.get(i).get();
      assertThat(reply.statusCode()).isEqualTo(201);
      var place = reply.headers().firstValue("Location").orElseThrow();
      assertThat(get(LI, place).body()).isEqualTo(bytes("file " + i));
    }
  }

  @Test
  void ten_megabytes_pass_and_more_than_twenty_do_not() throws Exception {
    var ten = new byte[10_000_000];
    Arrays.fill(ten, (byte) 'a');
    assertThat(upload(ZHANG, "file", "text/plain", ten).statusCode()).isEqualTo(201);
    var more = new byte[(int) Attachments.MAX_BYTES + 1];
    Arrays.fill(more, (byte) 'a');
    assertProblem(upload(ZHANG, "file", "text/plain", more), 413, "attachment-too-large");
  }

  @Test
  void what_is_wrong_has_its_problem() throws Exception {
    assertProblem(
        upload(ZHANG, "file", "image/png", bytes("text")), 422, "attachment-type-mismatch");
    assertProblem(
        upload(ZHANG, "file", "text/html", bytes("<p>")), 415, "attachment-type-not-allowed");
    assertProblem(upload(ZHANG, "photo", "text/plain", bytes("a")), 400, "attachment-not-one-file");
    assertProblem(send(ZHANG, "application/json", bytes("{}")), 400, "attachment-not-one-file");
    assertProblem(get(ZHANG, "/api/v1/attachments/nothing"), 404, "not-found");
    var nobody =
        client.send(
            HttpRequest.newBuilder(URI.create(base + "/api/v1/attachments/nothing")).build(),
            BodyHandlers.ofByteArray());
    assertThat(nobody.statusCode()).isEqualTo(401);
  }

  private static void assertProblem(HttpResponse<byte[]> reply, int status, String code) {
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(json(reply).path("code").asString()).isEqualTo(code);
    assertThat(json(reply).path("title").asString()).matches(".*\\p{IsHan}.*");
  }

  private static JsonNode json(HttpResponse<byte[]> reply) {
    return JsonMapper.shared().readTree(reply.body());
  }

  private HttpResponse<byte[]> upload(String user, String part, String type, byte[] content)
      throws IOException, InterruptedException {
    var body = new ByteArrayOutputStream();
    body.writeBytes(
        bytes(
            "--limit\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a\"\r\n"
                    .formatted(part)
                + "Content-Type: %s\r\n\r\n".formatted(type)));
    body.writeBytes(content);
    body.writeBytes(bytes("\r\n--limit--\r\n"));
    return send(user, "multipart/form-data; boundary=limit", body.toByteArray());
  }

  private HttpResponse<byte[]> send(String user, String type, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        request(user, "/api/v1/attachments")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofByteArray(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> get(String user, String path)
      throws IOException, InterruptedException {
    return client.send(request(user, path).build(), BodyHandlers.ofByteArray());
  }

  private HttpRequest.Builder request(String user, String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + issuer.token(user));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
