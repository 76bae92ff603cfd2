package cn.linli.platform.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a generation is.
 *
 * @param asOf all that was on the topic then is in its cells
 * @param alarm why folding stands still; null while it goes on
 * @param records how many records were applied
 * @param firstYear earliest year counted for; {@code Integer.MAX_VALUE} while nothing is
 * @param poisons records that were passed uncounted
 */
public record GenerationProgress(
    Instant asOf, @Nullable String alarm, long records, int firstYear, long poisons) {}
