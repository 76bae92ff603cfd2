package cn.linli.events;

/**
 * An event as a reader of the bus or of the journal sees it.
 *
 * @param stream the stream it belongs to, also {@code ce_subject} and the record's key
 * @param sequence its dense number in the stream, from 1
 * @param by pseudonymous reference of the actor: {@code role@division#keyed-hash}
 * @param correlation id of the thread it belongs to
 * @param causation command or event that caused it
 */
public record Recorded<E extends Event>(
    String stream,
    long sequence,
    E event,
    Stamp stamp,
    String by,
    String correlation,
    String causation) {

  /** {@code ce_id}: unique on the whole bus. */
  public String id() {
    return stream + ":" + sequence;
  }
}
