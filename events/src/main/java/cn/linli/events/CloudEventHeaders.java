package cn.linli.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How an event travels on Kafka: CloudEvents 1.0 in binary mode. The attributes are headers, the
 * key is the stream, the value is the JSON of {@link EventCodec}. Knows no Kafka class: headers go
 * out through a consumer of name and bytes and come in through a look-up of the last value by name.
 */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";

  /** {@code <stream>:<sequence>}, unique on the whole bus. */
  public static final String ID = "ce_id";

  /** {@code /linli/petition}. */
  public static final String SOURCE = "ce_source";

  /** {@code cn.linli.petition.Whistled.v1}. */
  public static final String TYPE = "ce_type";

  /** The stream; also the record's key. */
  public static final String SUBJECT = "ce_subject";

  /** When it was committed, UTC with milliseconds. */
  public static final String TIME = "ce_time";

  /**
   * Dense from 1 in its stream, {@value #SEQUENCE_DIGITS} digits, so that text sorts as numbers.
   */
  public static final String SEQUENCE = "ce_sequence";

  public static final String CORRELATION = "ce_correlationid";
  public static final String CAUSATION = "ce_causationid";

  /** The finest division the event counts for: the last code of its path. */
  public static final String DIVISION = "ce_division";

  /** Always {@value #CLASSIFICATION_INTERNAL}: ids, references and codes, no personal data. */
  public static final String CLASSIFICATION = "ce_dataclassification";

  /** Pseudonymous reference of the actor. */
  public static final String ACTOR = "ce_actor";

  /** W3C trace context, so that one correlation id is one trace in any tracing back end. */
  public static final String TRACE_PARENT = "traceparent";

  public static final String CONTENT_TYPE = "content-type";

  /** Dense number of the record in its partition, from 1, decimal. */
  public static final String N = "n";

  public static final String CLASSIFICATION_INTERNAL = "internal";

  private static final int SEQUENCE_DIGITS = 10;
  private static final byte[] VERSION_1_0 = "1.0".getBytes(UTF_8);
  private static final byte[] JSON = "application/json".getBytes(UTF_8);
  private static final byte[] INTERNAL = CLASSIFICATION_INTERNAL.getBytes(UTF_8);
  private static final DateTimeFormatter MILLIS_UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private CloudEventHeaders() {}

  /** All that the headers say about one event. */
  public record Envelope(
      String stream,
      long sequence,
      String type,
      Instant at,
      String by,
      String correlation,
      String causation,
      String division) {

    public String id() {
      return stream + ":" + sequence;
    }
  }

  /**
   * @param n dense number of the record in its partition
   */
  public static void write(Envelope event, long n, BiConsumer<String, byte[]> into) {
    String id = event.id();
    into.accept(SPEC_VERSION, VERSION_1_0);
    put(ID, id, into);
    put(SOURCE, source(event.type()), into);
    put(TYPE, event.type(), into);
    put(SUBJECT, event.stream(), into);
    put(TIME, MILLIS_UTC.format(event.at()), into);
    put(SEQUENCE, padded(event.sequence()), into);
    put(CORRELATION, event.correlation(), into);
    put(CAUSATION, event.causation(), into);
    put(DIVISION, event.division(), into);
    put(ACTOR, event.by(), into);
    put(TRACE_PARENT, TraceParent.of(event.correlation(), id), into);
    put(N, Long.toString(n), into);
    into.accept(CLASSIFICATION, INTERNAL);
    into.accept(CONTENT_TYPE, JSON);
  }

  /**
   * @param header the last value of a header, or null
   * @throws UndecodableEvent naming type and reason, never content
   */
  public static <E extends Event> Recorded<E> read(
      EventCodec<E> codec, Function<String, byte @Nullable []> header, byte @Nullable [] value) {
    String type = text(TYPE, header, "unknown");
    if (value == null) {
      throw new UndecodableEvent(type, "no value", null);
    }
    EventCodec.Decoded<E> decoded = codec.decode(type, value);
    return new Recorded<>(
        text(SUBJECT, header, type),
        number(SEQUENCE, header, type),
        decoded.event(),
        decoded.stamp(),
        text(ACTOR, header, type),
        text(CORRELATION, header, type),
        text(CAUSATION, header, type));
  }

  /** The record's dense number in its partition. */
  public static long n(Function<String, byte @Nullable []> header) {
    return number(N, header, "unknown");
  }

  /** The sequence in the stream, without reading the value. */
  public static long sequence(Function<String, byte @Nullable []> header) {
    return number(SEQUENCE, header, "unknown");
  }

  /** A header that every record of ours has. */
  public static String text(
      String name, Function<String, byte @Nullable []> header, String typeForError) {
    byte[] bytes = header.apply(name);
    if (bytes == null) {
      throw new UndecodableEvent(typeForError, "header " + name + " is missing", null);
    }
    return new String(bytes, UTF_8);
  }

  private static long number(String name, Function<String, byte @Nullable []> header, String type) {
    try {
      return Long.parseLong(text(name, header, type));
    } catch (NumberFormatException e) {
      throw new UndecodableEvent(type, "header " + name + " is not a number", e);
    }
  }

  /** {@code cn.linli.petition.Whistled.v1} comes from {@code /linli/petition}. */
  private static String source(String type) {
    int start = type.indexOf('.') + 1;
    int end = type.indexOf('.', type.indexOf('.', start) + 1);
    return "/" + type.substring(start, end < 0 ? type.length() : end).replace('.', '/');
  }

  private static String padded(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(Math.max(0, SEQUENCE_DIGITS - digits.length())) + digits;
  }

  private static void put(String name, String value, BiConsumer<String, byte[]> into) {
    into.accept(name, value.getBytes(UTF_8));
  }
}
