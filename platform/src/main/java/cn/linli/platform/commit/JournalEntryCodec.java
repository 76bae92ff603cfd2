package cn.linli.platform.commit;

import com.mongodb.MongoClientSettings;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;

/**
 * Writes journal documents straight into the message. Every command writes them, and a tree of
 * fields in between takes twice as long as the writing.
 */
final class JournalEntryCodec implements Codec<JournalEntry> {

  static final JournalEntryCodec INSTANCE = new JournalEntryCodec();

  static final CodecRegistry REGISTRY =
      CodecRegistries.fromRegistries(
          CodecRegistries.fromCodecs(INSTANCE), MongoClientSettings.getDefaultCodecRegistry());

  private static final DocumentCodec DOCUMENTS = new DocumentCodec();

  private JournalEntryCodec() {}

  @Override
  public void encode(BsonWriter writer, JournalEntry entry, EncoderContext context) {
    writer.writeStartDocument();
    writer.writeString("_id", entry.id());
    writer.writeString("s", entry.stream().toString());
    writer.writeInt64("k", entry.version());
    writer.writeInt64("n0", entry.firstSequence());
    writer.writeStartArray("e");
    for (JournalEntry.Encoded event : entry.events()) {
      writer.writeStartDocument();
      writer.writeString("t", event.type());
      writer.writeString("d", event.json());
      writer.writeEndDocument();
    }
    writer.writeEndArray();
    writer.writeString("c", entry.command());
    writer.writeString("h", entry.inputHash());
    writer.writeStartDocument("r");
    writer.writeInt32("status", entry.status());
    writer.writeString("primary", entry.primary().toString());
    writer.writeEndDocument();
    writer.writeString("by", entry.by());
    writer.writeDateTime("at", entry.at().toEpochMilli());
    writer.writeString("cor", entry.correlation());
    writer.writeString("cau", entry.causation());
    writer.writeEndDocument();
  }

  @Override
  public JournalEntry decode(BsonReader reader, DecoderContext context) {
    return JournalEntry.fromDocument(DOCUMENTS.decode(reader, context));
  }

  @Override
  public Class<JournalEntry> getEncoderClass() {
    return JournalEntry.class;
  }
}
