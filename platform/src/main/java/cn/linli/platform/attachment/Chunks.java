package cn.linli.platform.attachment;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;

/** Encrypted bytes as documents {@code {_id:"<id>:<n>", d}}: one in memory at a time. */
final class Chunks {

  static final String COLLECTION = "attachment_chunks";

  private static final int CHUNK_BYTES = 512 * 1024;

  private final MongoCollection<Document> chunks;

  Chunks(MongoCollection<Document> chunks) {
    this.chunks = chunks;
  }

  OutputStream write(String id) {
    return new OutputStream() {
      private final ByteArrayOutputStream pending = new ByteArrayOutputStream(CHUNK_BYTES);
      private int next;

      @Override
      public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
          int part = Math.min(length - done, CHUNK_BYTES - pending.size());
          pending.write(bytes, offset + done, part);
          done += part;
          if (pending.size() == CHUNK_BYTES) {
            insert();
          }
        }
      }

      @Override
      public void close() {
        if (pending.size() > 0) {
          insert();
        }
      }

      private void insert() {
        chunks.insertOne(
            new Document("_id", "%s:%04d".formatted(id, next++))
                .append("d", new Binary(pending.toByteArray())));
        pending.reset();
      }
    };
  }

  InputStream read(String id) {
    var cursor = chunks.find(of(id)).sort(Sorts.ascending("_id")).batchSize(2).iterator();
    return new InputStream() {
      private byte[] current = {};
      private int position;

      @Override
      public int read() {
        return advance() ? current[position++] & 0xff : -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        if (!advance()) {
          return -1;
        }
        int part = Math.min(length, current.length - position);
        System.arraycopy(current, position, into, offset, part);
        position += part;
        return part;
      }

      private boolean advance() {
        while (position == current.length && cursor.hasNext()) {
          current = data(cursor);
          position = 0;
        }
        return position < current.length;
      }

      @Override
      public void close() {
        cursor.close();
      }
    };
  }

  private static byte[] data(MongoCursor<Document> cursor) {
    return cursor.next().get("d", Binary.class).getData();
  }

  void delete(String... ids) {
    if (ids.length > 0) {
      chunks.deleteMany(Filters.or(Arrays.stream(ids).map(Chunks::of).toList()));
    }
  }

  private static Bson of(String id) {
    return Filters.and(Filters.gt("_id", id + ":"), Filters.lt("_id", id + ";"));
  }
}
