package cn.linli.mediation.queries;

import cn.linli.events.Recorded;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.casework.Actors;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Evolution;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Query;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The journal of a dispute, for people. */
final class Histories {

  private static final String REFERENCE = "Ref";

  /** Not for reading: shown by GET, or keyed values that say nothing. */
  private static final Set<String> LEFT_OUT = Set.of("filing", "codeMark", "nameRef", "phoneMark");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private final History history;
  private final CaseStates<Dispute> states;
  private final Vault vault;

  Histories(History history, CaseStates<Dispute> states, Vault vault) {
    this.history = history;
    this.states = states;
    this.vault = vault;
  }

  /** An event, its details and the references its texts lie under, by field. */
  private record Line(
      Recorded<MediationEvent> recorded, ObjectNode details, Map<String, String> references) {}

  @Nullable Object of(Query<NoBody> query) {
    StreamId stream = DisputeStream.fromPath(query.path("id"));
    var stored = Reach.open(states.find(stream), query.caller());
    if (stored.isEmpty()) {
      return null;
    }
    Dispute dispute = stored.get().state();
    Actor actor = Actors.of(query.caller());
    int limit = query.number("limit", History.PAGE_MAX, 1, History.PAGE_MAX);
    int after = query.number("after", 0, 0, Integer.MAX_VALUE);
    var entries = history.entries(stream, after, limit);
    var lines =
        history.events(stream, MediationEvent.class, after, limit).stream()
            .filter(it -> Discretion.tells(it.event(), dispute, actor, it.by()))
            .map(Histories::line)
            .toList();
    var texts = open(lines, query.caller(), dispute, actor);
    return new HistoryReply(
        lines.stream().map(line -> entry(line, texts)).toList(),
        entries.size() < limit ? null : Long.toString(entries.getLast().version()));
  }

  /** References that lie deeper in an event are not shown at all. */
  private static Line line(Recorded<MediationEvent> recorded) {
    ObjectNode details = MAPPER.valueToTree(recorded.event());
    var references = new HashMap<String, String>();
    for (String field : List.copyOf(details.propertyNames())) {
      if (LEFT_OUT.contains(field)) {
        details.remove(field);
      } else if (field.endsWith(REFERENCE)) {
        if (!details.get(field).isNull()) {
          references.put(field, details.get(field).asString());
        }
        details.remove(field);
      }
    }
    return new Line(recorded, details, references);
  }

  /** Parties read their own words; what one said to the mediators is not the other's. */
  private Map<String, Content> open(List<Line> lines, Caller caller, Dispute dispute, Actor actor) {
    boolean party = caller.is(Role.RESIDENT, Role.DEPARTMENT_OFFICER, Role.INTEGRATOR);
    var wanted = new ArrayList<String>();
    for (Line line : lines) {
      boolean own = line.recorded().by().equals(caller.by());
      if (own || !party && Discretion.opens(line.recorded().event(), dispute, actor)) {
        wanted.addAll(line.references().values());
      }
    }
    return vault.openAll(wanted);
  }

  private static HistoryReply.Entry entry(Line line, Map<String, Content> texts) {
    ObjectNode shown = MAPPER.createObjectNode();
    line.references()
        .forEach((field, reference) -> {
          Content content = texts.get(reference);
          if (content != null) {
            content
                .text()
                .ifPresent(text ->
                    shown.put(field.substring(0, field.length() - REFERENCE.length()), text));
          }
        });
    return new HistoryReply.Entry(
        line.recorded().sequence(),
        line.recorded().stamp().recordedAt(),
        withoutMark(line.recorded().by()),
        Evolution.what(line.recorded().event()),
        line.details(),
        shown);
  }

  private static String withoutMark(String by) {
    int mark = by.indexOf('#');
    return mark < 0 ? by : by.substring(0, mark);
  }
}
