package cn.linli.petition.erasure;

import cn.linli.events.petition.ErasureEvent.Ground;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What this capability is told and what it answers. */
final class Bodies {

  private Bodies() {}

  /**
   * @param reason why, in words: on record with who asked, for three years
   * @param ground null: on request
   */
  record Erase(@NotBlank @Size(max = 500) String reason, @Nullable Ground ground) {
    Ground groundOrRequest() {
      return ground == null ? Ground.REQUEST : ground;
    }
  }

  /**
   * @param phone whose requests; the number is turned into its mark and not kept
   */
  record ErasePerson(
      @NotBlank @Size(max = 40) String phone,
      @NotBlank @Size(max = 500) String reason,
      @Nullable Ground ground) {}

  /**
   * @param complete false: there are more, ask again
   */
  record Erasures(List<String> erased, List<Kept> kept, boolean complete) {}

  /** {@code code}: why not, as the request's own erasure would say it. */
  record Kept(String id, String code) {}
}
