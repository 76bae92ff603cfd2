package cn.linli.mediation.reply;

import cn.linli.mediation.casework.Sealed;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Claim;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.Party;
import cn.linli.platform.vault.Content;
import cn.linli.platform.vault.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the vault has of a dispute, opened in one read. */
public final class Opened {

  private final Map<String, Content> contents;

  private Opened(Map<String, Content> contents) {
    this.contents = contents;
  }

  /** All that {@code GET} shows; a capability adds its references here. */
  static Opened of(Dispute dispute, Actor actor, Vault vault) {
    var refs = new ArrayList<>(references(dispute));
    refs.addAll(HearingsReply.references(dispute, actor));
    refs.addAll(AssessmentReply.references(dispute, actor));
    refs.addAll(PaceReply.references(dispute, actor));
    refs.addAll(RiskReply.references(dispute, actor));
    refs.addAll(Agreements.references(dispute));
    return new Opened(vault.openAll(refs));
  }

  /** For {@code unmask} and papers, which log first. */
  public static Opened of(Map<String, Content> contents) {
    return new Opened(contents);
  }

  /** What was filed: title and facts, parties, claims. */
  public static List<String> references(Dispute dispute) {
    var refs = new ArrayList<String>();
    refs.add(dispute.filed().contentRef());
    dispute.parties().stream().map(Party::nameRef).forEach(refs::add);
    dispute.claims().stream().map(Claim::contentRef).forEach(refs::add);
    return refs;
  }

  public Sealed.Content content(Dispute dispute) {
    return read(dispute.filed().contentRef(), Sealed.Content.class).orElse(Sealed.Content.ERASED);
  }

  public Optional<Sealed.Person> person(Party party) {
    return read(party.nameRef(), Sealed.Person.class);
  }

  public Optional<Sealed.Asked> asked(Claim claim) {
    return read(claim.contentRef(), Sealed.Asked.class);
  }

  public @Nullable String text(@Nullable String ref) {
    Content content = ref == null ? null : contents.get(ref);
    return content == null ? null : content.text().orElse(null);
  }

  public <T> Optional<T> read(@Nullable String ref, Class<T> type) {
    Content content = ref == null ? null : contents.get(ref);
    return content == null ? Optional.empty() : content.read(type);
  }
}
