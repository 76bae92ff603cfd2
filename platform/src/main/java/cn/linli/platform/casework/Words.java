package cn.linli.platform.casework;

import cn.linli.platform.commit.Beside;
import cn.linli.platform.vault.PersonMark;
import cn.linli.platform.vault.Sealing;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Puts free text into the vault and hands out references: rules and events see only those. */
public final class Words {

  private final Sealing sealing;

  public Words(Sealing sealing) {
    this.sealing = sealing;
  }

  public String seal(String text) {
    return sealing.put(text);
  }

  public @Nullable String sealIfAny(@Nullable String text) {
    return text == null || text.isBlank() ? null : sealing.put(text);
  }

  /** What belongs to a person goes when that person is erased. */
  public String seal(@Nullable PersonMark person, Object content) {
    return sealing.put(person, content);
  }

  /** What the command puts into the vault if it is accepted. */
  public List<Document> documents() {
    return sealing.documents();
  }

  /** Adds a write that stands or falls with the command. */
  public void beside(Beside beside) {
    sealing.beside(beside);
  }

  /** What else stands or falls with the command: files taken into the case, an erasure. */
  public List<Beside> besides() {
    return sealing.besides();
  }

  public Sealing sealing() {
    return sealing;
  }
}
