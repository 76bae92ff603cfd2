package cn.linli.platform.job;

import cn.linli.platform.vault.Secrets;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/**
 * The inputs of jobs, until they are done: packed, encrypted chunk by chunk, each bound to its job
 * and number. They hold personal data, so they touch no disk in the clear.
 */
final class JobFiles {

  static final long FILE_BYTES_MAX = 512L << 20;

  private static final int CHUNK_BYTES = 1 << 20;

  private final MongoCollection<Document> chunks;
  private final Secrets secrets;

  JobFiles(MongoDatabase database, Secrets secrets) {
    this.chunks = Durable.collection(database, JobSchema.FILES);
    this.secrets = secrets;
  }

  /**
   * @throws FileTooLarge beyond {@value #FILE_BYTES_MAX} bytes; what came before is kept until the
   *     job is removed
   */
  void write(String job, InputStream file) throws IOException {
    long total = 0;
    for (int number = 0; ; number++) {
      byte[] plain = file.readNBytes(CHUNK_BYTES);
      if (plain.length == 0) {
        return;
      }
      total += plain.length;
      if (total > FILE_BYTES_MAX) {
        throw new FileTooLarge(FILE_BYTES_MAX);
      }
      chunks.insertOne(
          new Document("_id", id(job, number))
              .append("c", new Binary(secrets.wrap(pack(plain), id(job, number)))));
    }
  }

  InputStream read(String job) {
    return new Chunks(job);
  }

  void delete(String job) {
    chunks.deleteMany(ofJob(job));
  }

  static Bson ofJob(String job) {
    return Filters.and(Filters.gt("_id", job + "/"), Filters.lt("_id", job + "0"));
  }

  private static String id(String job, int number) {
    return "%s/%08d".formatted(job, number);
  }

  private static byte[] pack(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  /** One chunk in memory at a time. */
  private final class Chunks extends InputStream {

    private final String job;
    private int number;
    private InputStream current = InputStream.nullInputStream();

    Chunks(String job) {
      this.job = job;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = current.read(into, offset, length);
      while (read < 0 && length > 0) {
        String id = id(job, number++);
        Document chunk = chunks.find(Filters.eq("_id", id)).first();
        if (chunk == null) {
          return -1;
        }
        byte[] packed = secrets.unwrap(chunk.get("c", Binary.class).getData(), id);
        current = new GZIPInputStream(new ByteArrayInputStream(packed));
        read = current.read(into, offset, length);
      }
      return read;
    }
  }
}
