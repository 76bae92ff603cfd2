package cn.linli.mediation;

import cn.linli.testing.ServiceUnderTest;
import java.time.Clock;

/** The mediation service. */
final class Server extends ServiceUnderTest {

  Server(String name, Clock clock, String... more) {
    super(MediationService.class, MediationStore::migrate, name, clock, more);
  }
}
