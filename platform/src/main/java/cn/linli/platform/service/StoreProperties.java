package cn.linli.platform.service;

import com.mongodb.ConnectionString;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a service keeps its truth.
 *
 * @param uri a MongoDB replica set, with the service's own user and database: {@code
 *     mongodb://user:password@host/database?replicaSet=…}
 */
@ConfigurationProperties("linli.mongodb")
public record StoreProperties(String uri) {

  ConnectionString connection() {
    var connection = new ConnectionString(uri);
    if (connection.getDatabase() == null) {
      throw new IllegalStateException("linli.mongodb.uri must name the service's database");
    }
    return connection;
  }

  String database() {
    return java.util.Objects.requireNonNull(connection().getDatabase());
  }
}
