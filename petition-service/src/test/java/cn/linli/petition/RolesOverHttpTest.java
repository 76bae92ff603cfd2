package cn.linli.petition;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.petition.domain.Documents;
import cn.linli.platform.web.Route;
import cn.linli.platform.web.RouteTable;
import java.time.Clock;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Who may call what, as the running service has it. With {@code -Dlinli.petitions.regenerate=true}
 * the document is written anew.
 */
class RolesOverHttpTest {

  @Test
  void the_document_says_which_roles_a_command_has() {
    var roles = new TreeMap<String, String>();
    try (var server = new Server("rolesoverhttp", Clock.systemUTC())) {
      for (RouteTable table : server.beans(RouteTable.class)) {
        for (Route route : table.routes()) {
          if (route.kind() == Route.Kind.COMMAND && route.pattern().contains("/petitions")) {
            roles.put(route.pattern(), names(route));
          }
        }
      }
    }
    assertThat(roles).hasSizeGreaterThan(30);
    var lines = new StringBuilder("command,roles\n");
    roles.forEach((path, names) -> lines.append(path).append(',').append(names).append('\n'));
    Documents.mustBe("roles.csv", lines.toString());
  }

  private static String names(Route route) {
    return route.roleNames().isEmpty() ? "every role" : String.join(" ", route.roleNames());
  }
}
