package cn.linli.platform.web;

import cn.linli.platform.access.IssuerServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** The parcel service on a port of its own, and a client for it. */
final class ParcelServer implements AutoCloseable {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(ParcelService.class)
  static class Application {}

  private final IssuerServer issuer = new IssuerServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String base;

  ParcelServer(String... properties) {
    context =
        new SpringApplicationBuilder(Application.class)
            .web(WebApplicationType.REACTIVE)
            .profiles("standalone")
            .properties(
                "server.port=0",
                "spring.main.banner-mode=off",
                "spring.main.lazy-initialization=true",
                "spring.cloud.function.definition=",
                "linli.vault.keyset=" + keyset(),
                "linli.access.demo.jwks-uri=" + issuer.jwks())
            .properties(properties)
            .run();
    base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  private static Path keyset() {
    try {
      return Files.createTempDirectory("parcels").resolve("keyset.json");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IssuerServer issuer() {
    return issuer;
  }

  MemoryGate gate() {
    return context.getBean(MemoryGate.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /** A request to be completed and sent. */
  Request request(String method, String path) {
    return new Request(method, path);
  }

  Request post(String path, String body) {
    return request("POST", path).body(body);
  }

  Request get(String path) {
    return request("GET", path);
  }

  @Override
  public void close() {
    context.close();
    issuer.close();
    client.close();
  }

  final class Request {
    private final String method;
    private final HttpRequest.Builder builder;
    private @Nullable String body;

    private Request(String method, String path) {
      this.method = method;
      this.builder = HttpRequest.newBuilder(URI.create(base + path));
    }

    Request as(String user) {
      return header("Authorization", "Bearer " + issuer.token(user));
    }

    Request header(String name, String value) {
      builder.header(name, value);
      return this;
    }

    Request body(String json) {
      body = json;
      return contentType("application/json");
    }

    Request contentType(String type) {
      builder.setHeader("Content-Type", type);
      return this;
    }

    Reply send() {
      builder.method(
          method,
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(body));
      try {
        return new Reply(client.send(builder.build(), HttpResponse.BodyHandlers.ofString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  record Reply(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return Json.MAPPER.readTree(response.body());
    }

    String code() {
      return json().path("code").asString();
    }
  }
}
