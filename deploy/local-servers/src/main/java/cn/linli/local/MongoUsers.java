package cn.linli.local;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.bson.Document;

/** One user per service, in the database of the service. */
final class MongoUsers {
  private static final int ALREADY_EXISTS = 51003;

  private MongoUsers() {}

  static void make(MongoDatabase database, String user, String password, String role) {
    try {
      database.runCommand(command("createUser", user, password, role));
    } catch (MongoCommandException e) {
      if (e.getErrorCode() != ALREADY_EXISTS) {
        throw e;
      }
      database.runCommand(command("updateUser", user, password, role));
    }
  }

  private static Document command(String verb, String user, String password, String role) {
    return new Document(verb, user).append("pwd", password).append("roles", List.of(role));
  }
}
