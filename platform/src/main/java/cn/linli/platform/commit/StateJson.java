package cn.linli.platform.commit;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How states are written and read. What a state is told by its components; what follows from them
 * ({@code isOpen()}) is never stored. A state of another shape is not guessed at: it is rebuilt
 * from the journal.
 */
public final class StateJson {

  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultVisibility(it -> it.withIsGetterVisibility(Visibility.NONE))
          // A third of a young state would be fields without a value.
          .changeDefaultPropertyInclusion(it -> it.withValueInclusion(Include.NON_NULL))
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .build();

  private StateJson() {}
}
