/**
 * Views: a pure function turns each record of a topic into counts, a folder merges them in memory
 * and writes cells and positions in one transaction, generations let a view be rebuilt beside the
 * live one.
 */
@NullMarked
package cn.linli.platform.fold;

import org.jspecify.annotations.NullMarked;
