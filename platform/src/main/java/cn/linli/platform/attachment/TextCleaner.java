package cn.linli.platform.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text is UTF-8 to its last byte and has no NUL: otherwise it is some other format in disguise. */
final class TextCleaner implements Cleaner {

  private static final int BUFFER_CHARS = 8_192;

  @Override
  public void copy(InputStream from, OutputStream to) throws IOException {
    var strict =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var reader = new InputStreamReader(from, strict);
    var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
    var buffer = new char[BUFFER_CHARS];
    try {
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        if (new String(buffer, 0, read).indexOf('\0') >= 0) {
          throw AttachmentProblems.damaged();
        }
        writer.write(buffer, 0, read);
      }
    } catch (CharacterCodingException e) {
      throw AttachmentProblems.damaged();
    }
    writer.flush();
  }
}
