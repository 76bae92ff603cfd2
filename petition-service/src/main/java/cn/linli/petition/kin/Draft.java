package cn.linli.petition.kin;

import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.web.InDivision;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody is about to file, as far as it is typed. */
record Draft(
    @Nullable @Size(max = 200) String title,
    @Nullable @Size(max = 20_000) String description,
    @NotNull DivisionCode division,
    @Nullable @Size(max = 64) String category)
    implements InDivision {

  String text() {
    return (title == null ? "" : title) + "\n" + (description == null ? "" : description);
  }
}
