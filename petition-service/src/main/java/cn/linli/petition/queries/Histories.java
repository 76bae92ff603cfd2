package cn.linli.petition.queries;

import cn.linli.events.Recorded;
import cn.linli.events.petition.EvidenceEvent.EvidenceAdded;
import cn.linli.events.petition.FormalEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.domain.Evolution;
import cn.linli.petition.reply.Parts;
import cn.linli.platform.access.AccessException;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
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

/** The journal of a request, for people. */
final class Histories {

  private static final String REFERENCE = "Ref";

  /** Not for reading: shown by GET, or keyed values that say nothing. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "contentRef",
          "contactRef",
          "attendeesRef",
          "partiesRef",
          "accusedMark",
          "externalMark",
          "sketch");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  private final History history;
  private final PetitionStates states;
  private final Reach reach;
  private final Vault vault;

  Histories(History history, PetitionStates states, Reach reach, Vault vault) {
    this.history = history;
    this.states = states;
    this.reach = reach;
    this.vault = vault;
  }

  /** An event, its details and the references its texts lie under, by field. */
  private record Line(
      Recorded<PetitionEvent> recorded, ObjectNode details, Map<String, String> references) {}

  @Nullable Object of(Query<NoBody> query) {
    StreamId stream = PetitionStream.fromPath(query.path("id"));
    var stored = states.find(stream);
    if (stored.isEmpty()) {
      return null;
    }
    switch (reach.of(stored.get().petition(), query.caller())) {
      case HIDDEN -> {
        return null;
      }
      case OUT_OF_SCOPE -> throw AccessException.outOfScope();
      case OPEN -> {}
    }
    int limit = query.number("limit", History.PAGE_MAX, 1, History.PAGE_MAX);
    int after = query.number("after", 0, 0, Integer.MAX_VALUE);
    var entries = history.entries(stream, after, limit);
    var lines =
        history.events(stream, PetitionEvent.class, after, limit).stream()
            .map(Histories::line)
            .toList();
    var texts = open(lines, query.caller());
    return new HistoryReply(
        lines.stream().map(line -> entry(line, texts, query.caller())).toList(),
        entries.size() < limit ? null : Long.toString(entries.getLast().version()));
  }

  private static Line line(Recorded<PetitionEvent> recorded) {
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

  /** Notes between offices are not the petitioner's: the answer is, and their own words are. */
  private Map<String, Content> open(List<Line> lines, Caller caller) {
    var wanted = new ArrayList<String>();
    for (Line line : lines) {
      boolean petitioners =
          isAnswer(line.recorded().event()) || line.recorded().by().equals(caller.by());
      if (petitioners || !caller.is(Role.RESIDENT)) {
        wanted.addAll(line.references().values());
      }
    }
    return vault.openAll(wanted);
  }

  private static boolean isAnswer(PetitionEvent event) {
    return switch (event) {
      case PetitionEvent.Resolved _, FormalEvent.OpinionIssued _, FormalEvent.ReviewDecided _ ->
          true;
      default -> false;
    };
  }

  private static HistoryReply.Entry entry(Line line, Map<String, Content> texts, Caller caller) {
    if (caller.is(Role.RESIDENT)
        && line.recorded().event() instanceof EvidenceAdded added
        && added.internal()) {
      line.details().remove("attachments");
    }
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
        Parts.withoutMark(line.recorded().by()),
        Evolution.what(line.recorded().event()),
        line.details(),
        shown);
  }
}
