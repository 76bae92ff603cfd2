package cn.linli.platform.threads;

import static cn.linli.platform.web.Roles.anyone;

import cn.linli.platform.access.Caller;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.web.Page;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.HashMap;
import org.bson.Document;

/** {@code GET /api/v1/threads/{correlation}} of one service; the gateway asks all of them. */
final class ThreadRoutes {

  /** A job under one correlation may be long: its beginning is what a thread shows. */
  private static final int ENTRIES_MAX = 1_000;

  private final MongoCollection<Document> journal;
  private final ThreadAccess access;

  ThreadRoutes(MongoDatabase database, ThreadAccess access) {
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
    this.access = access;
  }

  RouteTable table(Web web) {
    return Routes.under("/api/v1/threads", web)
        .get(
            "/{correlation}",
            ThreadItem.class,
            anyone(),
            query -> thread(query.path("correlation"), query.caller()))
        .about("What happened here under one correlation id, oldest first.")
        .build();
  }

  /** Streams the caller may not read are left out as if they were not there. */
  Page<ThreadItem> thread(String correlation, Caller caller) {
    var readable = new HashMap<StreamId, Boolean>();
    var items = new ArrayList<ThreadItem>();
    for (Document document :
        journal
            .find(Filters.eq("cor", correlation))
            .sort(Sorts.ascending("at", "_id"))
            .limit(ENTRIES_MAX)) {
      var entry = JournalEntry.fromDocument(document);
      if (readable.computeIfAbsent(entry.stream(), it -> access.mayRead(caller, it))) {
        items.add(ThreadItem.of(entry));
      }
    }
    return new Page<>(items, null);
  }
}
