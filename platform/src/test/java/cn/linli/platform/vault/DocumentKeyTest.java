package cn.linli.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentKeyTest {

  private static final byte[] DOCUMENT = "卷宗".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private DocumentKey key(String name) {
    return Secrets.loadOrCreate(folder.resolve(name)).documentKey();
  }

  private static PublicKey read(String pem) throws GeneralSecurityException {
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  private static boolean verifies(DocumentKey key, String signature, byte[] document)
      throws GeneralSecurityException {
    var check = Signature.getInstance("Ed25519");
    check.initVerify(read(key.publicPem()));
    check.update(document);
    return check.verify(Base64.getDecoder().decode(signature));
  }

  @Test
  void others_verify_it_with_the_public_key_alone() throws GeneralSecurityException {
    DocumentKey key = key("one");
    assertThat(verifies(key, key.sign(DOCUMENT), DOCUMENT)).isTrue();
    assertThat(verifies(key, key.sign(DOCUMENT), new byte[] {1})).isFalse();
    assertThat(verifies(key("other"), key.sign(DOCUMENT), DOCUMENT)).isFalse();
  }

  @Test
  void every_instance_has_the_same_key_and_signs_the_same() {
    assertThat(key("one").sign(DOCUMENT)).isEqualTo(key("one").sign(DOCUMENT));
    assertThat(key("one").id()).isEqualTo(key("one").id()).isNotEqualTo(key("other").id());
  }
}
