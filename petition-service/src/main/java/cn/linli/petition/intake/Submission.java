package cn.linli.petition.intake;

import cn.linli.events.WireName;
import cn.linli.events.petition.Channel;
import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Regime;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is filed.
 *
 * @param regime hotline unless said
 * @param refusedBy office that could not get it done, with {@code previousMatter}
 * @param newFacts what is filed says something that an earlier request of the same person on the
 *     same matter did not: it becomes a case of its own, linked to that one
 */
public record Submission(
    @NotNull Kind kind,
    @NotNull Channel channel,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 20_000) String description,
    @NotBlank @Size(max = 64) String category,
    @NotNull Urgency urgency,
    @NotNull DivisionCode division,
    @Nullable Regime regime,
    @Nullable @Valid Location location,
    @Nullable @Valid Petitioner petitioner,
    @Nullable Boolean anonymous,
    @Nullable Boolean confidential,
    @Nullable @Valid OnBehalf onBehalf,
    @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> representatives,
    @Nullable @Min(1) @Max(100_000) Integer affectedHouseholds,
    @Nullable @Valid Accused accused,
    @Nullable @Size(max = 500) String previousMatter,
    @Nullable @Size(max = 100) String refusedBy,
    @Nullable Boolean newFacts,
    @Nullable @Size(max = 200) String externalId,
    @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> attachments)
    implements InDivision, PetitionShown.Filed {

  public record Location(
      @Nullable @Size(max = 300) String address,
      @Nullable @DecimalMin("-180") @DecimalMax("180") Double lon,
      @Nullable @DecimalMin("-90") @DecimalMax("90") Double lat) {}

  public record Petitioner(
      @Nullable @Size(max = 50) String name, @Nullable @Size(max = 30) String phone) {}

  public record OnBehalf(
      @Nullable Boolean consent,
      @Nullable Instant consentAt,
      @Nullable @Size(max = 50) String relation) {}

  public record Accused(
      @NotNull AccusedType type,
      @Nullable @Size(max = 80) String organisation,
      @Nullable @Size(max = 80) String name) {}

  /** Whom an accusation is against. */
  public enum AccusedType implements WireName {
    PERSON,
    BODY
  }

  boolean isAnonymous() {
    return Boolean.TRUE.equals(anonymous);
  }

  boolean hasConsent() {
    return onBehalf != null
        && Boolean.TRUE.equals(onBehalf.consent())
        && onBehalf.consentAt() != null;
  }

  @Override
  public FiledContent content() {
    return new FiledContent(
        title,
        description,
        location == null
            ? null
            : new FiledContent.Location(location.address(), location.lon(), location.lat()),
        accused == null
            ? null
            : new FiledContent.Accused(
                accused.type().wire(), accused.organisation(), accused.name()),
        previousMatter,
        refusedBy,
        onBehalf == null
            ? null
            : new FiledContent.Consent(onBehalf.consentAt(), onBehalf.relation()),
        representatives == null ? List.of() : representatives);
  }

  @Override
  public FiledContent.@Nullable Contact contact() {
    return petitioner == null || isAnonymous()
        ? null
        : new FiledContent.Contact(petitioner.name(), petitioner.phone());
  }
}
