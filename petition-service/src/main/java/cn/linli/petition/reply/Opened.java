package cn.linli.petition.reply;

import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.domain.Petition;
import cn.linli.petition.domain.Round.Resolution;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the vault has of a request, opened in one read.
 *
 * @param texts what was said on the way, by reference
 */
record Opened(
    FiledContent content,
    FiledContent.@Nullable Contact contact,
    @Nullable String result,
    Map<String, Content> texts) {

  static Opened of(Petition petition, Vault vault) {
    var refs = new ArrayList<String>();
    refs.add(petition.filed().contentRef());
    String contactRef = petition.filed().contactRef();
    if (contactRef != null) {
      refs.add(contactRef);
    }
    Resolution resolution = petition.round().resolution();
    String resultRef = resolution == null ? null : resolution.resultRef();
    if (resultRef != null) {
      refs.add(resultRef);
    }
    refs.addAll(Deliberations.references(petition));
    refs.addAll(WhistleReply.references(petition));
    refs.addAll(FormalReply.references(petition));
    Map<String, Content> opened = vault.openAll(refs);
    return new Opened(
        opened
            .get(petition.filed().contentRef())
            .read(FiledContent.class)
            .orElse(FiledContent.ERASED),
        contactRef == null
            ? null
            : opened.get(contactRef).read(FiledContent.Contact.class).orElse(null),
        resultRef == null ? null : opened.get(resultRef).text().orElse(null),
        opened);
  }

  /** Null where nothing was said, or where it is erased. */
  @Nullable String text(@Nullable String ref) {
    Content content = ref == null ? null : texts.get(ref);
    return content == null ? null : content.text().orElse(null);
  }
}
