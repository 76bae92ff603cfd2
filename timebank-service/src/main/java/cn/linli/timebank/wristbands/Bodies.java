package cn.linli.timebank.wristbands;

import cn.linli.platform.division.DivisionCode;
import cn.linli.timebank.casework.AccountCases;
import cn.linli.timebank.domain.wristbands.Reading;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told about kiosks and wristbands. */
final class Bodies {

  /** What a wristband's chip or print says. */
  static final String CODE = "[A-Za-z0-9._-]{4,64}";

  static final int READINGS_MAX = 500;

  private static final String WORD = "[a-z][a-z0-9-]{0,63}";

  /** Larger numbers are not exact in every kiosk's JSON. */
  private static final long SEQ_MAX = 9_007_199_254_740_991L;

  private Bodies() {}

  /**
   * @param key Ed25519 public key, 32 bytes
   * @param division where it stands; the caller's own if not said
   * @param place code; kiosks of one place have the same
   * @param service code of what is served there
   */
  record Register(
      @NotNull @Size(max = 64) String key,
      @Nullable DivisionCode division,
      @NotNull @Pattern(regexp = WORD) String place,
      @NotNull @Pattern(regexp = WORD) String service) {}

  /**
   * @param signature of the new key by the old one; a clerk needs none
   */
  record Rotate(@NotNull @Size(max = 64) String key, @Nullable @Size(max = 128) String signature) {}

  /**
   * @param code only its keyed hash is kept
   * @param since when it was handed out, at most 72 hours ago; now if not said
   */
  record Bind(
      @NotNull @Pattern(regexp = CODE) String code,
      @NotNull @Pattern(regexp = AccountCases.ID) String account,
      @Nullable Instant since) {}

  /**
   * What a doubtful session really was: from when until when, or nothing at all.
   *
   * @param isVoid it does not count
   * @param reason how the clerk knows
   */
  record Resolve(
      @Nullable Instant from,
      @Nullable Instant until,
      @JsonProperty("void") @Nullable Boolean isVoid,
      @NotBlank @Size(max = 500) String reason) {}

  /**
   * @param signature by the kiosk, over what {@code docs/wristbands.md} says
   */
  record Batch(
      @NotNull @Pattern(regexp = "[0-9a-z]{26}") String device,
      @NotEmpty @Size(max = READINGS_MAX) List<@NotNull @Valid Read> events,
      @NotNull @Size(max = 128) String signature) {}

  /**
   * @param at when it was read, to the millisecond
   * @param seq number the kiosk gave it; the same number is the same reading
   */
  record Read(
      @NotNull @Pattern(regexp = CODE) String code,
      Reading.@NotNull Kind kind,
      @NotNull Instant at,
      @NotNull @Min(0) @Max(SEQ_MAX) Long seq) {}
}
