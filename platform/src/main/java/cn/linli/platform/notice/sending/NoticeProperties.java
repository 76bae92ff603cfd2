package cn.linli.platform.notice.sending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people outside are told.
 *
 * @param sender log: nothing leaves the house · smtp: by mail, {@code spring.mail.*} says where ·
 *     none: nothing is even marked
 * @param from of the mail
 * @param address the mailbox of a number, with {@code {phone}} in it
 * @param language zh_CN · en
 * @param perSecond messages in a second at most: telling people never crowds out their cases
 * @param pause between looks for new ones
 */
@ConfigurationProperties("linli.notices")
public record NoticeProperties(
    @DefaultValue("log") Kind sender,
    @DefaultValue("linli@localhost") String from,
    @DefaultValue("{phone}@139.com") String address,
    @DefaultValue("zh_CN") String language,
    @DefaultValue("50") int perSecond,
    @DefaultValue("2s") Duration pause) {

  /** How messages leave the house. */
  public enum Kind {
    LOG,
    SMTP,
    NONE
  }

  public NoticeProperties {
    if (perSecond < 1 || perSecond > 1_000) {
      throw new IllegalArgumentException("linli.notices.per-second must be between 1 and 1000");
    }
  }
}
