package cn.linli.local;

import de.flapdoodle.embed.mongo.distribution.Version;
import de.flapdoodle.embed.mongo.packageresolver.Command;
import de.flapdoodle.embed.mongo.packageresolver.PlatformPackageResolver;
import de.flapdoodle.embed.process.distribution.Distribution;
import de.flapdoodle.os.CommonOS;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The official archive for this platform. Flapdoodle knows which archive fits which system; the
 * digest is the one MongoDB publishes beside each archive.
 */
final class MongodArchive implements MongodSource {
  private static final Version.Main VERSION = Version.Main.V8_0;
  private static final int REACH_MILLIS = 2_000;
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int PROGRESS_BYTES = 10 << 20;

  @Override
  public String folder() {
    return VERSION.asInDownloadPath() + "-archive";
  }

  @Override
  public Path fetch(Path work, Consumer<String> progress) throws IOException {
    var archive = URI.create(address());
    if (!Ports.answers(archive.getHost(), 443, REACH_MILLIS)) {
      throw new IOException(archive.getHost() + " cannot be reached");
    }
    progress.accept(
        "Fetching MongoDB " + VERSION.asInDownloadPath() + " from " + archive.getHost() + " …");
    try (var http =
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofMillis(REACH_MILLIS))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var file = work.resolve("archive.tgz");
      try (var in = open(http, archive);
          var out = Files.newOutputStream(file)) {
        copy(in, out, progress);
      }
      try (var in = open(http, URI.create(archive + ".sha256"))) {
        var published =
            new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip().split("\\s+")[0];
        MongodSource.requireDigest(file, published);
      }
      return unpack(file, work.resolve("mongod"));
    }
  }

  private static String address() throws IOException {
    try {
      var here = Distribution.detectFor(List.of(CommonOS.values()), VERSION);
      var address = new PlatformPackageResolver(Command.MongoD).packageFor(here).url();
      var absolute = address.startsWith("http") ? address : "https://fastdl.mongodb.org" + address;
      if (!absolute.endsWith(".tgz")) {
        throw new IOException("no archive for this system");
      }
      return absolute;
    } catch (IllegalArgumentException e) {
      throw new IOException("no archive for this system: " + e.getMessage(), e);
    }
  }

  private static InputStream open(HttpClient http, URI address) throws IOException {
    try {
      var answer =
          http.send(
              HttpRequest.newBuilder(address).timeout(ANSWER).build(),
              BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        answer.body().close();
        throw new IOException(address + " answers " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static void copy(InputStream in, OutputStream out, Consumer<String> progress)
      throws IOException {
    var buffer = new byte[64 << 10];
    long copied = 0;
    for (int read; (read = in.read(buffer)) >= 0; copied += read) {
      out.write(buffer, 0, read);
      if (copied / PROGRESS_BYTES != (copied + read) / PROGRESS_BYTES) {
        progress.accept("… " + ((copied + read) >> 20) + " MB");
      }
    }
  }

  static Path unpack(Path archive, Path program) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new GzipCompressorInputStream(Files.newInputStream(archive)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile() && entry.getName().endsWith("/bin/mongod")) {
          Files.copy(tar, program);
          return program;
        }
      }
    }
    throw new IOException("no mongod in the archive");
  }

  @Override
  public String toString() {
    return "fastdl.mongodb.org";
  }
}
