package cn.linli.testing;

import static cn.linli.testing.ServiceUnderTest.JSON;
import static cn.linli.testing.ServiceUnderTest.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody who calls a service; paths are those behind {@code /api/v1}. */
public final class Person {

  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration FILE_ANSWER = Duration.ofMinutes(2);

  private final HttpClient client;
  private final URI service;
  private final Map<String, String> headers;

  Person(HttpClient client, URI service, Map<String, String> headers) {
    this.client = client;
    this.service = service;
    this.headers = Map.copyOf(headers);
  }

  /** The same person with one header more, or with another value of it. */
  public Person with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Person(client, service, more);
  }

  /** Says the same command twice and means it once. */
  public Person key(String idempotencyKey) {
    return with("Idempotency-Key", idempotencyKey);
  }

  public Reply post(String path, Object... namesAndValues) {
    return post(path, json(namesAndValues));
  }

  public Reply post(String path, Map<String, Object> body) {
    return post(path, JSON.writeValueAsString(body));
  }

  public Reply post(String path, String body) {
    return post(path, "application/json", BodyPublishers.ofString(body), ANSWER);
  }

  /** A file as the body. */
  public Reply upload(String path, String type, byte[] file) {
    return post(path, type, BodyPublishers.ofByteArray(file), FILE_ANSWER);
  }

  /** Lines as they are made, none of them kept. */
  public Reply uploadLines(String path, String type, Stream<String> lines) {
    var bytes = lines.map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8));
    return post(path, type, BodyPublishers.ofByteArrays(bytes::iterator), FILE_ANSWER);
  }

  /** A file as part of a form. */
  public Reply attach(String path, String type, String content) {
    String form =
        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
            + "Content-Type: "
            + type
            + "\r\n\r\n"
            + content
            + "\r\n--edge--\r\n";
    return post(path, "multipart/form-data; boundary=edge", BodyPublishers.ofString(form), ANSWER);
  }

  public Reply get(String path) {
    return absolute("/api/v1" + path);
  }

  /**
   * Ids of all items of a list, page after page.
   *
   * @param path with at least a question mark
   */
  public List<String> ids(String path) {
    var ids = new ArrayList<String>();
    String after = "";
    do {
      var page = get(path + after).ok();
      ids.addAll(page.at("items").findValuesAsString("id"));
      after = page.at("next").isNull() ? "" : "&after=" + page.text("next");
    } while (!after.isEmpty());
    return ids;
  }

  /** Outside the versioned part of the contract. */
  public Reply absolute(String path) {
    return reply(request(path, ANSWER).build());
  }

  /** A file as it is. */
  public HttpResponse<byte[]> download(String path) {
    return send(request("/api/v1" + path, FILE_ANSWER).build(), BodyHandlers.ofByteArray());
  }

  private Reply post(String path, String type, BodyPublisher body, Duration within) {
    return reply(request("/api/v1" + path, within).header("Content-Type", type).POST(body).build());
  }

  private HttpRequest.Builder request(String path, Duration within) {
    var request = HttpRequest.newBuilder(service.resolve(path)).timeout(within);
    headers.forEach(request::header);
    return request;
  }

  private Reply reply(HttpRequest request) {
    return new Reply(
        request.method() + " " + request.uri().getPath(), send(request, BodyHandlers.ofString()));
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> as) {
    try {
      return client.send(request, as);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
