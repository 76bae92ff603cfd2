/** Reads cells: which keys a period needs, and sums over what was found. */
@NullMarked
package cn.linli.gateway.views.cells;

import org.jspecify.annotations.NullMarked;
