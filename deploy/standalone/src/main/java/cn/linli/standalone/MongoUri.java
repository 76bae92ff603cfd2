package cn.linli.standalone;

import com.mongodb.ConnectionString;

/** Connection strings of MongoDB. */
final class MongoUri {
  private MongoUri() {}

  /**
   * The same server, user and options, another database. Who authenticated against the named
   * database still does.
   */
  static String withDatabase(String uri, String database) {
    var parsed = new ConnectionString(uri);
    var options = uri.indexOf('?');
    var base = options < 0 ? uri : uri.substring(0, options);
    var slash = base.indexOf('/', base.indexOf("://") + 3);
    var hosts = slash < 0 ? base : base.substring(0, slash);
    var query = options < 0 ? "" : uri.substring(options + 1);
    var credential = parsed.getCredential();
    if (credential != null && !query.contains("authSource=")) {
      query = (query.isEmpty() ? "" : query + "&") + "authSource=" + credential.getSource();
    }
    return hosts + "/" + database + (query.isEmpty() ? "" : "?" + query);
  }
}
