package cn.linli.platform.start;

import cn.linli.platform.attachment.AttachmentSchema;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.vault.VaultSchema;
import com.mongodb.client.MongoDatabase;
import java.util.Collection;

/**
 * The migration step of a service's database. Run with a user who may create indexes, before the
 * service starts and never by an instance that takes commands.
 */
public final class StoreMigration {

  private StoreMigration() {}

  /**
   * Makes what is missing; harmless to run again.
   *
   * @param parts what the service declares beside the platform's own collections
   */
  public static void run(MongoDatabase database, Collection<Schema.Part> parts) {
    new Schema(parts).migrate(database);
    VaultSchema.apply(database);
    AttachmentSchema.apply(database);
  }
}
