package cn.linli.petition.domain;

import cn.linli.events.petition.Facets;
import cn.linli.events.petition.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was filed; changes only when a request is released from quarantine.
 *
 * @param by pseudonymous reference of who filed it; the owner, if it is a resident
 * @param contentRef vault reference of title, description, address
 * @param contactRef vault reference of name and phone; null where anonymous
 * @param accusedMark keyed hash of the accused body's code
 * @param sketch what searches by text compare with; gone once erased
 * @param attachments files of the case, whoever added them
 * @param erasedAt since when nothing of it can be read any more; null: never erased
 */
public record Filing(
    Facets facets,
    Urgency urgency,
    String division,
    Instant submittedAt,
    boolean dateOnly,
    String by,
    boolean anonymous,
    boolean confidential,
    boolean onBehalf,
    int affectedHouseholds,
    String contentRef,
    @Nullable String contactRef,
    @Nullable String accusedMark,
    @Nullable String previousMatter,
    @Nullable String refusedBy,
    @Nullable String externalMark,
    @Nullable String sketch,
    List<String> attachments,
    @Nullable Instant erasedAt) {

  public Filing {
    attachments = List.copyOf(attachments);
  }

  Filing movedTo(String newDivision) {
    return copy(newDivision, sketch, attachments, erasedAt);
  }

  Filing plus(List<String> more) {
    var all = Stream.concat(attachments.stream(), more.stream()).distinct().toList();
    return copy(division, sketch, all, erasedAt);
  }

  Filing erased(Instant at) {
    return copy(division, null, attachments, at);
  }

  private Filing copy(
      String newDivision,
      @Nullable String newSketch,
      List<String> newAttachments,
      @Nullable Instant newErasedAt) {
    return new Filing(
        facets,
        urgency,
        newDivision,
        submittedAt,
        dateOnly,
        by,
        anonymous,
        confidential,
        onBehalf,
        affectedHouseholds,
        contentRef,
        contactRef,
        accusedMark,
        previousMatter,
        refusedBy,
        externalMark,
        newSketch,
        newAttachments,
        newErasedAt);
  }
}
