package cn.linli.platform.attachment;

/** An upload, or the naming of one, that is not accepted. Without a stack trace: it is a reply. */
public final class AttachmentRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  private AttachmentRefused(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  static AttachmentRefused tooLarge() {
    return new AttachmentRefused(413, "attachment-too-large");
  }

  static AttachmentRefused unknownType() {
    return new AttachmentRefused(415, "attachment-type-not-allowed");
  }

  static AttachmentRefused typeMismatch() {
    return new AttachmentRefused(422, "attachment-type-mismatch");
  }

  static AttachmentRefused damaged() {
    return new AttachmentRefused(422, "attachment-damaged");
  }

  static AttachmentRefused unknown() {
    return new AttachmentRefused(422, "attachment-unknown");
  }

  static AttachmentRefused taken() {
    return new AttachmentRefused(422, "attachment-taken");
  }

  static AttachmentRefused tooMany() {
    return new AttachmentRefused(422, "too-many-attachments");
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
