package cn.linli.mediation;

import cn.linli.mediation.casework.ListFields;
import cn.linli.mediation.casework.RosterFields;
import cn.linli.platform.job.JobSchema;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.search.SearchBeans;
import cn.linli.platform.start.StoreMigration;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;

/** Collections and indexes of the mediation service. */
public final class MediationStore {

  private MediationStore() {}

  /** What the service needs beside the platform's own collections. */
  static Schema.Parts parts() {
    var parts = new ArrayList<>(JobSchema.parts());
    parts.add(ListFields.indexes());
    parts.add(RosterFields.indexes());
    parts.addAll(SearchBeans.schema());
    return new Schema.Parts(parts);
  }

  /**
   * The migration step: run by whoever may make indexes, before instances start. Safe to repeat.
   */
  public static void migrate(MongoDatabase database) {
    StoreMigration.run(database, parts().all());
  }
}
