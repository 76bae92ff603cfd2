package cn.linli.gateway.views.frames;

import cn.linli.gateway.views.figures.Value;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one division.
 *
 * @param from first day counted; absent: from the beginning
 * @param at as known at the end of this day
 * @param asOf all that was published then is counted
 * @param lagMs age of {@code asOf} when the frame was read
 * @param revision generation and sum of revisions; another one means that numbers may have changed
 */
public record Frame(
    String division,
    String tier,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate from,
    LocalDate to,
    LocalDate at,
    @Nullable Instant asOf,
    @Nullable Long lagMs,
    Map<String, Value> figures,
    List<Part> parts,
    @JsonIgnore String revision) {}
