package cn.linli.platform.casework;

import cn.linli.events.Event;
import cn.linli.events.EventName;
import cn.linli.events.Recorded;
import cn.linli.platform.access.ActorRef;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The journal of a case, for people: who did what when. Fields that end in {@code Ref} are
 * references into the vault; the words behind them are shown to who may read them.
 *
 * @param <E> the sealed interface of the case's events
 */
public final class Histories<E extends Event> {

  private static final String REFERENCE = "Ref";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private final History history;
  private final Vault vault;
  private final Class<E> type;
  private final Set<String> leftOut;

  /**
   * @param leftOut fields nobody reads here: shown by GET, or keyed values that say nothing
   */
  public Histories(History history, Vault vault, Class<E> type, Set<String> leftOut) {
    this.history = history;
    this.vault = vault;
    this.type = type;
    this.leftOut = Set.copyOf(leftOut);
  }

  /** What one reader is told of one case. */
  public interface Sight<E extends Event> {

    /** Whether they learn that it happened. */
    default boolean tells(Recorded<E> event) {
      return true;
    }

    /** Whether they read its words. */
    boolean opens(Recorded<E> event);

    /** Fields of it that are not for them. */
    default Set<String> hides(E event) {
      return Set.of();
    }
  }

  /** An event, its details and the references its texts lie under, by field. */
  private record Line<E extends Event>(
      Recorded<E> recorded, ObjectNode details, Map<String, String> references) {}

  /** A page after the version {@code after}, at most {@code limit} commits. */
  public HistoryReply page(StreamId stream, Query<NoBody> query, Sight<E> sight) {
    int limit = query.number("limit", History.PAGE_MAX, 1, History.PAGE_MAX);
    int after = query.number("after", 0, 0, Integer.MAX_VALUE);
    var page = history.page(stream, type, after, limit);
    var lines = page.events().stream().filter(sight::tells).map(it -> line(it, sight)).toList();
    var texts =
        vault.openAll(
            lines.stream()
                .filter(line -> sight.opens(line.recorded()))
                .flatMap(line -> line.references().values().stream())
                .toList());
    return new HistoryReply(
        lines.stream().map(line -> entry(line, texts)).toList(),
        page.last() ? null : Long.toString(page.version()));
  }

  /** References that lie deeper in an event are not shown at all. */
  private Line<E> line(Recorded<E> recorded, Sight<E> sight) {
    ObjectNode details = MAPPER.valueToTree(recorded.event());
    details.remove(leftOut);
    details.remove(sight.hides(recorded.event()));
    var references = new HashMap<String, String>();
    for (String field : List.copyOf(details.propertyNames())) {
      if (field.endsWith(REFERENCE)) {
        if (!details.get(field).isNull()) {
          references.put(field, details.get(field).asString());
        }
        details.remove(field);
      }
    }
    return new Line<>(recorded, details, references);
  }

  private static HistoryReply.Entry entry(Line<?> line, Map<String, Content> texts) {
    ObjectNode shown = MAPPER.createObjectNode();
    line.references()
        .forEach((field, reference) -> {
          Content content = texts.get(reference);
          if (content != null) {
            content.text().ifPresent(text -> shown.put(named(field), text));
          }
        });
    return new HistoryReply.Entry(
        line.recorded().sequence(),
        line.recorded().stamp().recordedAt(),
        ActorRef.withoutMark(line.recorded().by()),
        EventName.of(line.recorded().event()),
        line.details(),
        shown);
  }

  private static String named(String reference) {
    return reference.substring(0, reference.length() - REFERENCE.length());
  }
}
