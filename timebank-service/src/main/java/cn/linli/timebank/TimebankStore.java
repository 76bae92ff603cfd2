package cn.linli.timebank;

import cn.linli.platform.job.JobSchema;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.start.StoreMigration;
import cn.linli.timebank.casework.ListFields;
import cn.linli.timebank.proof.LeafStore;
import cn.linli.timebank.wristbands.ReadingStore;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;

/** Collections and indexes of the time bank. */
public final class TimebankStore {

  private TimebankStore() {}

  /** What the service needs beside the platform's own collections. */
  static Schema.Parts parts() {
    var parts = new ArrayList<>(JobSchema.parts());
    parts.add(ListFields.indexes());
    parts.add(LeafStore.schema());
    parts.add(ReadingStore.schema());
    return new Schema.Parts(parts);
  }

  /**
   * The migration step: run by whoever may make indexes, before instances start. Safe to repeat.
   */
  public static void migrate(MongoDatabase database) {
    StoreMigration.run(database, parts().all());
  }
}
