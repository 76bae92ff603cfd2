package cn.linli.platform.access;

/**
 * What this service shows when it calls another one: its own token, role {@code service}, no
 * person's. Blocking.
 */
@FunctionalInterface
public interface ServiceCredential {
  /**
   * A token that is valid for the next minute at least.
   *
   * @throws IllegalStateException if the issuer gives none
   */
  String token();
}
