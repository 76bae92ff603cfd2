/** A closed-loop load driver over HTTP and the figures it yields. */
@NullMarked
package cn.linli.benchmarks.load;

import org.jspecify.annotations.NullMarked;
