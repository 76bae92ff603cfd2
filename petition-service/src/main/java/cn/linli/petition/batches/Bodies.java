package cn.linli.petition.batches;

import cn.linli.events.petition.Kind;
import cn.linli.events.petition.Urgency;
import cn.linli.petition.casework.Codes;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What batches and re-inspections are told. */
final class Bodies {

  /**
   * All items stand or fall together, so they are one transaction of at most 4 MB and 1,000
   * documents; an item needs three. A larger project is several batches (project decision).
   */
  static final int ITEMS_MAX = 200;

  private Bodies() {}

  /**
   * @param category of items that say none; likewise {@code organisation}
   */
  record Open(
      @NotBlank @Size(max = 500) String project,
      @NotNull DivisionCode division,
      @NotNull Instant reinspectAt,
      @Nullable @Size(max = 64) String category,
      @Nullable @Pattern(regexp = Codes.BODY) String organisation,
      @NotEmpty @Size(max = ITEMS_MAX) List<@NotNull @Valid Item> items)
      implements InDivision {}

  /**
   * A defect.
   *
   * @param division where it is, inside the batch's division; that one if it is not said
   * @param organisation the body responsible; without one it goes where the routing table says
   */
  record Item(
      @NotBlank @Size(max = 200) String title,
      @Nullable @Size(max = 5_000) String description,
      @Nullable @Size(max = 300) String address,
      @Nullable DivisionCode division,
      @Nullable @Size(max = 64) String category,
      @Nullable @Pattern(regexp = Codes.BODY) String organisation,
      @Nullable Kind kind,
      @Nullable Urgency urgency) {}

  /**
   * @param reinspectAt when to look again, where it failed
   */
  record Reinspect(
      @NotNull Boolean passed,
      @NotBlank @Size(max = 5_000) String note,
      @Nullable Instant reinspectAt) {}
}
