package cn.linli.petition;

import cn.linli.platform.attachment.AttachmentSchema;
import cn.linli.platform.vault.VaultSchema;
import com.mongodb.client.MongoDatabase;

/** Collections and indexes of the petition service. */
public final class PetitionStore {

  private PetitionStore() {}

  /**
   * The migration step: run by whoever may make indexes, before instances start. Safe to repeat.
   */
  public static void migrate(MongoDatabase database) {
    VaultSchema.apply(database);
    AttachmentSchema.apply(database);
  }
}
