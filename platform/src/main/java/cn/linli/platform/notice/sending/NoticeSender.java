package cn.linli.platform.notice.sending;

import java.util.function.Supplier;

/** Carries messages. What it can't do it says by {@link NotSent}; anything else is tried again. */
public interface NoticeSender {

  /**
   * @param id the same on every try: who carries it on can tell that it had it already
   * @param about which template
   */
  record Envelope(String id, String about) {}

  /** Opened only by a sender that needs it. */
  record Letter(String phone, String subject, String text) {
    @Override
    public String toString() {
      return "a letter";
    }
  }

  void send(Envelope envelope, Supplier<Letter> letter) throws NotSent;

  /** It could not be sent. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final boolean again;

    /**
     * @param code kebab-case; never what was to be sent or to whom
     * @param again whether another try may do better
     */
    public NotSent(String code, boolean again) {
      super(code);
      this.code = code;
      this.again = again;
    }

    public String code() {
      return code;
    }

    public boolean again() {
      return again;
    }
  }
}
