package cn.linli.timebank.reversals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What is said about lines that were wrong. */
final class Bodies {

  private Bodies() {}

  record Reason(@NotBlank @Size(max = 500) String reason) {}
}
