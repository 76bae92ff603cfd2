package cn.linli.platform.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two Tink keysets in one JSON file, {@code {"wrapping":{…},"root":{…}}}, mode 0600. */
final class KeysetFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private KeysetFile() {}

  static Secrets read(Path file) throws IOException, GeneralSecurityException {
    var node = JSON.readTree(Files.readString(file));
    return Secrets.of(keyset(node, "wrapping"), keyset(node, "root"));
  }

  private static KeysetHandle keyset(JsonNode node, String name) throws GeneralSecurityException {
    if (!node.hasNonNull(name)) {
      throw new GeneralSecurityException("keyset \"" + name + "\" is missing");
    }
    return TinkJsonProtoKeysetFormat.parseKeyset(
        node.get(name).toString(), InsecureSecretKeyAccess.get());
  }

  /** Written whole beside its place and then linked there: nobody ever reads half a file. */
  static void createIfMissing(Path file, KeysetHandle wrapping, KeysetHandle root)
      throws IOException, GeneralSecurityException {
    if (Files.exists(file)) {
      return;
    }
    var node = JSON.createObjectNode();
    node.set("wrapping", JSON.readTree(text(wrapping)));
    node.set("root", JSON.readTree(text(root)));
    var folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var draft = Files.createTempFile(folder, "keyset", ".draft", ownerOnly);
    try {
      Files.writeString(draft, JSON.writeValueAsString(node));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      return; // another process was first: its file counts
    } finally {
      Files.delete(draft);
    }
  }

  private static String text(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
  }
}
