/**
 * What the tests of every service stand on. A service makes it its own in three lines:
 *
 * <pre>{@code
 * final class Server extends ServiceUnderTest {
 *   Server(String name, Clock clock, String... more) {
 *     super(TimebankService.class, TimebankStore::migrate, name, clock, more);
 *   }
 * }
 * }</pre>
 *
 * and then says {@code server.as("bank-clerk@370602003006").post("/bank/accounts",
 * Server.json("kind", "person")).created().has("status", "open")}. Closing a server asks it whether
 * every stored state is what its journal says.
 *
 * <p>Tests of rules are told as a {@link cn.linli.testing.Story}; a {@link cn.linli.testing.Bus}
 * says what another service would.
 *
 * <p>Only tests depend on this module; nothing of it is shipped.
 */
@NullMarked
package cn.linli.testing;

import org.jspecify.annotations.NullMarked;
