package cn.linli.platform.notice.sending;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * By SMTP to the mailbox that belongs to a number: carriers run one for each ({@code
 * {phone}@139.com}), and message gateways take mail the same way. The notice's id is the {@code
 * Message-ID}.
 */
final class MailSender implements NoticeSender {

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 -]{4,19}");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private final JavaMailSender mail;
  private final String from;
  private final String address;

  /**
   * @param address with {@code {phone}} in it
   */
  MailSender(JavaMailSender mail, String from, String address) {
    if (!address.contains("{phone}")) {
      throw new IllegalArgumentException("linli.notices.address has no {phone}");
    }
    this.mail = mail;
    this.from = from;
    this.address = address;
  }

  @Override
  public void send(Envelope envelope, Supplier<Letter> opened) throws NotSent {
    Letter letter = opened.get();
    if (!NUMBER.matcher(letter.phone()).matches()) {
      throw new NotSent("no-number", false);
    }
    String phone = NO_DIGIT.matcher(letter.phone()).replaceAll("");
    try {
      mail.send(message -> {
        var helper = new MimeMessageHelper(message, "UTF-8");
        helper.setFrom(from);
        helper.setTo(address.replace("{phone}", phone));
        helper.setSubject(letter.subject());
        helper.setText(letter.text());
        message.saveChanges();
        message.setHeader("Message-ID", "<" + envelope.id() + "@linli>");
        message.setHeader("X-Linli-Notice", envelope.id());
      });
    } catch (MailAuthenticationException e) {
      throw new NotSent("mail-login-refused", true);
    } catch (MailParseException | MailPreparationException e) {
      throw new NotSent("mail-not-made", false);
    } catch (MailException e) {
      throw new NotSent("mail-not-taken", true);
    }
  }
}
