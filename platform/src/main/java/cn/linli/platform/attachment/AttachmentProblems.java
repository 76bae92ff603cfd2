package cn.linli.platform.attachment;

import cn.linli.platform.web.Problem;
import cn.linli.platform.web.ProblemException;
import java.util.Map;

/** Why a file, or the naming of one, is not accepted. */
final class AttachmentProblems {

  private AttachmentProblems() {}

  static ProblemException tooLarge() {
    return new ProblemException(
        Problem.of(413, "attachment-too-large", Map.of("bytesMax", Attachments.MAX_BYTES)));
  }

  static ProblemException typeNotAllowed() {
    return new ProblemException(
        Problem.of(415, "attachment-type-not-allowed", Map.of("allowed", FileType.allowed())));
  }

  static ProblemException typeMismatch() {
    return rule("attachment-type-mismatch");
  }

  static ProblemException damaged() {
    return rule("attachment-damaged");
  }

  static ProblemException notOneFile() {
    return new ProblemException(Problem.of(400, "attachment-not-one-file"));
  }

  static ProblemException tooSlow() {
    return new ProblemException(Problem.of(408, "upload-too-slow"));
  }

  static ProblemException tooManyWaiting() {
    return new ProblemException(
        Problem.of(422, "too-many-attachments-waiting", Map.of("limit", Attachments.MAX_WAITING)));
  }

  static ProblemException unknown() {
    return rule("attachment-unknown");
  }

  static ProblemException taken() {
    return rule("attachment-taken");
  }

  static ProblemException erased() {
    return new ProblemException(Problem.of(410, "attachment-erased"));
  }

  static ProblemException tooMany() {
    return new ProblemException(
        Problem.of(422, "too-many-attachments", Map.of("limit", Attachments.MAX_NAMED)));
  }

  private static ProblemException rule(String code) {
    return new ProblemException(Problem.of(422, code));
  }
}
