package cn.linli.platform.lease;

/** A lease somebody took; valid until it runs out, is released, or another one took it. */
public final class Held implements AutoCloseable {

  private final Lease lease;
  private final long epoch;
  private volatile long confirmedAtNanos;

  Held(Lease lease, long epoch, long askedAtNanos) {
    this.lease = lease;
    this.epoch = epoch;
    this.confirmedAtNanos = askedAtNanos;
  }

  public String name() {
    return lease.name();
  }

  /** Grows by one with every taking of this name. */
  public long epoch() {
    return epoch;
  }

  /**
   * Asks the server, which at the same time renews the lease. True means: at the moment the server
   * answered nobody else held it, and nobody else takes it within the ttl.
   */
  public boolean stillHeld() {
    long askedAtNanos = System.nanoTime();
    if (lease.renew(epoch)) {
      confirmedAtNanos = askedAtNanos;
      return true;
    }
    return false;
  }

  /**
   * Without asking the server: the ttl has passed on this machine's monotonic clock since the last
   * answer was asked for, so another owner may be at work. Free of cost, for inner loops.
   */
  public boolean mayHaveExpired() {
    return System.nanoTime() - confirmedAtNanos >= lease.ttl().toNanos();
  }

  /** Gives it up, so that the next owner need not wait for the ttl. Harmless when already lost. */
  @Override
  public void close() {
    lease.release(epoch);
  }
}
