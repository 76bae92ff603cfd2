package cn.linli.timebank.proof;

import cn.linli.testing.ServiceUnderTest;
import java.time.Instant;

/** What tests need of the proof that callers do not. */
public final class ProofTesting {

  private ProofTesting() {}

  /** Everything up to now, without the minute that an audit beside commands leaves out. */
  public static void auditNow(ServiceUnderTest server) {
    try {
      server
          .bean(Auditor.class)
          .run(Instant.now().plusSeconds(1), "auditor", "now-" + System.nanoTime(), _ -> {});
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
