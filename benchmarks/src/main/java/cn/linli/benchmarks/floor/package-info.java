/** The peer: what a plain WebFlux application does for one request with one insert and one send. */
@NullMarked
package cn.linli.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
