/** Committed, published, applied: the same number three times, or the difference named. */
@NullMarked
package cn.linli.gateway.views.reconcile;

import org.jspecify.annotations.NullMarked;
