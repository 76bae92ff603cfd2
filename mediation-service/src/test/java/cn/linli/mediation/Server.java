package cn.linli.mediation;

import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * The mediation service. Messages to parties are sent where a test is about them: elsewhere a
 * commit of their own would come between two commands.
 */
final class Server extends ServiceUnderTest {

  Server(String name, Clock clock, String... more) {
    super(MediationService.class, MediationStore::migrate, name, clock, quiet(more));
  }

  private static String[] quiet(String... more) {
    return Stream.concat(Stream.of("linli.notices.sender=none"), Stream.of(more))
        .toArray(String[]::new);
  }
}
