package cn.linli.platform.attachment;

import cn.linli.platform.access.Caller;

/**
 * Whether a caller may read a file of a case; the service answers that has the case. A service that
 * has such a bean takes attachments.
 */
@FunctionalInterface
public interface AttachmentAccess {

  /**
   * Blocking.
   *
   * @param caseKey key of the case's stream
   * @param attachment which of its files
   */
  boolean mayRead(Caller caller, String caseKey, String attachment);
}
