package cn.linli.gateway;

import cn.linli.gateway.views.alerts.RiskAlerts;
import cn.linli.platform.fold.ViewCollections;
import cn.linli.platform.vault.VaultSchema;
import com.mongodb.client.MongoDatabase;

/** Collections and indexes of the gateway. */
public final class GatewayStore {

  private GatewayStore() {}

  /**
   * The migration step: run by whoever may make indexes, before instances start. Safe to repeat.
   */
  public static void migrate(MongoDatabase database) {
    VaultSchema.apply(database);
    ViewCollections.prepare(database);
    RiskAlerts.prepare(database);
  }
}
