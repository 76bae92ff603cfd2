package cn.linli.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened. Implemented by records in a sealed interface per service; a record holds
 * ids, references and codes only, never personal data and never free text.
 */
public interface Event {

  /**
   * When it happened, where that differs from when it was recorded (imported history, late
   * evidence); {@code null} means "as recorded".
   */
  @JsonIgnore
  default @Nullable Instant happenedAt() {
    return null;
  }
}
