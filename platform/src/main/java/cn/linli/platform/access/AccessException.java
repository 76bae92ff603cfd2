package cn.linli.platform.access;

/** Someone may not do this; answered as problem+json. Made without a stack trace: it is a reply. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private AccessException(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  /** No token, or one that can't be trusted. */
  public static AccessException unauthenticated() {
    return new AccessException(401, "unauthenticated");
  }

  public static AccessException tokenExpired() {
    return new AccessException(401, "token-expired");
  }

  /** The issuer's keys can't be had: nothing was decided about the token. */
  public static AccessException issuerUnreachable() {
    return new AccessException(503, "issuer-unreachable");
  }

  public static AccessException outOfScope() {
    return new AccessException(403, "out-of-scope");
  }

  public static AccessException wrongRole() {
    return new AccessException(403, "wrong-role");
  }

  /** A field names an actor who is not the caller. */
  public static AccessException notYourself() {
    return new AccessException(403, "not-yourself");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
