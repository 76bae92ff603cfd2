package cn.linli.mediation.committees;

import cn.linli.events.mediation.CommitteeDeclared;
import cn.linli.events.mediation.CommitteeKind;
import cn.linli.events.mediation.DisputeKind;
import cn.linli.mediation.casework.CommitteeCases;
import cn.linli.mediation.casework.MediatorCases;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the register is told. */
final class Bodies {

  private static final int MEMBERS_MAX = 50;
  private static final int PARTNERS_MAX = 20;
  private static final String ORGANISATION = "[a-z][a-z0-9-]{0,63}";

  private Bodies() {}

  /**
   * @param division where it works: a community, a street or a district
   * @param parent committee that a studio or a team leans on
   * @param partners committees that make up a joint one
   * @param host organisation at which it sits
   * @param lead mediator a studio is named after
   * @param termUntil last day; three years after the first one if it is not said
   */
  record Open(
      @NotNull CommitteeKind kind,
      @NotNull DivisionCode division,
      @NotBlank @Size(max = 100) String name,
      @Nullable @Size(max = 17) List<@NotNull DisputeKind> trades,
      @Nullable @Pattern(regexp = CommitteeCases.ID) String parent,
      @Nullable @Size(max = PARTNERS_MAX)
          List<@NotNull @Pattern(regexp = CommitteeCases.ID) String> partners,
      @Nullable @Pattern(regexp = ORGANISATION) String host,
      @Nullable @Pattern(regexp = MediatorCases.ID) String lead,
      @Nullable LocalDate termFrom,
      @Nullable LocalDate termUntil,
      @Nullable @Size(max = MEMBERS_MAX) List<@NotNull @Valid Member> members,
      @Nullable @Valid Declared declared)
      implements InDivision {}

  record Member(@NotBlank @Size(max = 50) String name, @Nullable Boolean chair) {}

  /** Of all members together: nobody's sex or ethnicity is asked. */
  record Declared(
      @NotNull Boolean woman, @Nullable Boolean multiEthnicArea, @Nullable Boolean smallerGroup) {

    static CommitteeDeclared of(@Nullable Declared said) {
      return said == null
          ? new CommitteeDeclared(false, false, false)
          : new CommitteeDeclared(
              said.woman(),
              Boolean.TRUE.equals(said.multiEthnicArea()),
              Boolean.TRUE.equals(said.smallerGroup()));
    }
  }

  /**
   * @param remove numbers of members who go
   * @param chair number of a member who is the chair from now on
   * @param declared of all who are left
   */
  record Change(
      @Nullable @Size(max = MEMBERS_MAX) List<@NotNull @Valid Member> add,
      @Nullable @Size(max = MEMBERS_MAX)
          List<@NotNull @Pattern(regexp = "m[0-9]{1,3}") String> remove,
      @Nullable @Pattern(regexp = "m[0-9]{1,3}") String chair,
      @NotNull @Valid Declared declared) {}

  record Reelect(
      @NotNull LocalDate termFrom,
      @Nullable LocalDate termUntil,
      @NotNull @Size(max = MEMBERS_MAX) List<@NotNull @Valid Member> members,
      @NotNull @Valid Declared declared) {}

  record Reason(@NotBlank @Size(max = 500) String reason) {}
}
