/**
 * How fast, always as a ratio to something measured in the same run: a floor application that does
 * the least one could do, a raw driver, a bare consumer. {@link cn.linli.benchmarks.Bench} is the
 * entry.
 */
@NullMarked
package cn.linli.benchmarks;

import org.jspecify.annotations.NullMarked;
