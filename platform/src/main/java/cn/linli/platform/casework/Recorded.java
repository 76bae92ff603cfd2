package cn.linli.platform.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's act, written down by a clerk.
 *
 * @param evidence what shows that they did it: an attachment's id or words
 * @param attachments more files that show it
 */
public record Recorded(
    @NotBlank @Size(max = 500) String evidence,
    @Nullable @Size(max = 19) List<@NotBlank @Size(max = 64) String> attachments) {

  /** Nobody writes words like that. */
  private static final Pattern ATTACHMENT = Pattern.compile(StreamName.ID);

  private boolean isFile() {
    return ATTACHMENT.matcher(evidence).matches();
  }

  /** What shows it, in words; null where it is a file. */
  public @Nullable String words() {
    return isFile() ? null : evidence;
  }

  /** What shows it, in files. */
  public List<String> files() {
    var files = new ArrayList<String>();
    if (isFile()) {
      files.add(evidence);
    }
    if (attachments != null) {
      files.addAll(attachments);
    }
    return files;
  }
}
