package cn.linli.platform.attachment;

import cn.linli.platform.access.Caller;

/**
 * Whether a caller may read the case a file belongs to; the service answers that has the case. A
 * service that has such a bean takes attachments.
 */
@FunctionalInterface
public interface AttachmentAccess {

  /**
   * Blocking.
   *
   * @param caseKey key of the case's stream
   */
  boolean mayRead(Caller caller, String caseKey);
}
