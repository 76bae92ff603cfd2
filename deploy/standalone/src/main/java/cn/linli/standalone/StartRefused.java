package cn.linli.standalone;

/**
 * The platform cannot start here; the message tells the operator what to change, in one sentence.
 */
final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartRefused(String message) {
    super(message);
  }
}
