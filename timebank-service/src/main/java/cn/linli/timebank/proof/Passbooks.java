package cn.linli.timebank.proof;

import cn.linli.platform.commit.StateStore;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.bson.conversions.Bson;

/** How many passbooks there are. */
final class Passbooks {

  private static final Bson PASSBOOKS =
      Filters.and(
          Filters.gte("_id", LineReader.STREAMS), Filters.lt("_id", "a;")); // ';' follows ':'

  private Passbooks() {}

  static long count(MongoDatabase database) {
    return database.getCollection(StateStore.COLLECTION).countDocuments(PASSBOOKS);
  }
}
