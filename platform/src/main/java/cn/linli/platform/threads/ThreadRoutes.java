package cn.linli.platform.threads;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.journal.History;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/threads/{correlation}} of one service; the gateway asks all of them. A thread
 * is what was done under the id, and all that became of what was opened under it.
 */
final class ThreadRoutes {

  /** A job under one correlation may be long: its beginning is what a thread shows. */
  private static final int ENTRIES_MAX = 1_000;

  private static final int OPENED_MAX = 20;

  private final MongoCollection<Document> journal;
  private final History history;
  private final ThreadAccess access;

  ThreadRoutes(MongoDatabase database, History history, ThreadAccess access) {
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.history = history;
    this.access = access;
  }

  RouteTable table(Web web) {
    return Routes.under("/api/v1/threads", web)
        .get(
            "/{correlation}",
            ThreadReply.class,
            anyone(),
            query -> thread(query.path("correlation"), query.caller()))
        .about("What was done under a correlation id and what became of it, oldest first.")
        .build();
  }

  /** Streams the caller may not read are left out as if they were not there; null: none is left. */
  @Nullable ThreadReply thread(String correlation, Caller caller) {
    var resources = new HashMap<StreamId, Optional<String>>();
    var items = new ArrayList<ThreadItem>();
    for (var entry : entries(correlation).values()) {
      resources
          .computeIfAbsent(entry.stream(), it -> access.resource(caller, it))
          .ifPresent(resource -> {
            var untold = access.untold(caller, entry.stream());
            ThreadItem.of(entry, resource).stream()
                .filter(item -> !untold.contains(item.what()))
                .forEach(items::add);
          });
    }
    items.sort(
        Comparator.comparing(ThreadItem::at)
            .thenComparing(ThreadItem::resource)
            .thenComparing(ThreadItem::sequence));
    return items.isEmpty() ? null : new ThreadReply(items);
  }

  private Map<String, JournalEntry> entries(String correlation) {
    var entries = new TreeMap<String, JournalEntry>();
    var opened = new ArrayList<StreamId>();
    // In the order of the index, which for one id is the order of writing.
    for (Document document : journal.find(Filters.eq("cor", correlation)).limit(ENTRIES_MAX)) {
      var entry = JournalEntry.fromDocument(document);
      entries.put(entry.id(), entry);
      if (entry.version() == 1) {
        opened.add(entry.stream());
      }
    }
    List<StreamId> followed = opened.subList(0, Math.min(OPENED_MAX, opened.size()));
    for (var stream : followed) {
      history.entries(stream, 1, History.PAGE_MAX).forEach(entry -> entries.put(entry.id(), entry));
    }
    return entries;
  }
}
