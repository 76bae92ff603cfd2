package cn.linli.petition;

import cn.linli.platform.start.StoreMigration;
import com.mongodb.client.MongoDatabase;
import java.util.List;

/** Collections and indexes of the petition service. */
public final class PetitionStore {

  private PetitionStore() {}

  /**
   * The migration step: run by whoever may make indexes, before instances start. Safe to repeat.
   */
  public static void migrate(MongoDatabase database) {
    StoreMigration.run(database, List.of());
  }
}
