package cn.linli.benchmarks.floor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The same body, with the same bounds, that the petition service takes. */
record FloorRequest(
    @NotBlank @Size(max = 32) String kind,
    @NotBlank @Size(max = 32) String channel,
    @NotBlank @Size(max = 200) String title,
    @NotBlank @Size(max = 20_000) String description,
    @NotBlank @Size(max = 64) String category,
    @NotBlank @Size(max = 16) String urgency,
    @NotBlank @Pattern(regexp = "\\d{2,15}") String division,
    @Valid @Nullable Petitioner petitioner) {

  record Petitioner(@Size(max = 64) String name, @Pattern(regexp = "[0-9+-]{5,20}") String phone) {}
}
