package cn.linli.platform.journal;

/** The service can't run on this store. The message is one sentence for the operator. */
public final class StoreNotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreNotReady(String message) {
    super(message);
  }
}
