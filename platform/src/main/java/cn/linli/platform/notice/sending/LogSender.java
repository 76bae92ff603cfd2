package cn.linli.platform.notice.sending;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends nothing and says so: the id and the template's name, never text or number. */
final class LogSender implements NoticeSender {

  private static final Logger LOG = LoggerFactory.getLogger(LogSender.class);

  @Override
  public void send(Envelope envelope, Supplier<Letter> letter) {
    LOG.debug("notice {} {}", envelope.id(), envelope.about());
  }
}
