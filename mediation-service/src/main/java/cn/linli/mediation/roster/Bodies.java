package cn.linli.mediation.roster;

import cn.linli.events.mediation.DisputeKind;
import cn.linli.events.mediation.MediatorGrade;
import cn.linli.events.mediation.RemovalGround;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.platform.division.DivisionCode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the roster is told. */
final class Bodies {

  private static final String CODE = "[a-z][a-z0-9-]{0,63}";
  private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
  private static final int FEW = 20;

  private Bodies() {}

  /**
   * @param committee which elected or appointed them
   * @param elected a member of the committee; else appointed by it
   * @param account subject of the tokens they act with; only its keyed hash is kept
   * @param adult declared (人民调解法 §14)
   */
  record Register(
      @NotNull @Pattern(regexp = CommitteeCases.ID) String committee,
      @Nullable Boolean elected,
      @NotBlank @Size(max = 50) String name,
      @Nullable @Size(max = 40) String phone,
      @Nullable @Size(max = 200) String account,
      @NotNull Boolean adult,
      @NotNull @Valid Profile profile) {}

  /**
   * @param divisions where they mediate, each with all inside it; the first is where they are at
   *     home
   * @param languages BCP 47 tags
   * @param professions codes that give a right to certain seats
   * @param volunteer unpaid
   */
  record Profile(
      @NotNull MediatorGrade grade,
      @NotEmpty @Size(max = FEW) List<@NotNull DivisionCode> divisions,
      @Nullable @Size(max = 17) List<@NotNull DisputeKind> specialties,
      @Nullable @Size(max = FEW) List<@NotNull @Pattern(regexp = LANGUAGE) String> languages,
      @Nullable @Size(max = FEW) List<@NotNull @Pattern(regexp = CODE) String> professions,
      @Nullable @Pattern(regexp = CODE) String organisation,
      @NotNull Boolean volunteer) {}

  record Body(@NotNull @Pattern(regexp = CommitteeCases.ID) String committee) {}

  /**
   * The whole of what is declared now.
   *
   * @param kinPhones phones of kin; only keyed hashes are kept
   */
  record Interests(
      @NotNull @Size(max = 50) List<@NotBlank @Size(max = 40) String> kinPhones,
      @NotNull @Size(max = 50) List<@NotNull @Pattern(regexp = CODE) String> organisations) {}

  record Ground(@NotNull RemovalGround ground, @NotBlank @Size(max = 2_000) String reason) {}
}
