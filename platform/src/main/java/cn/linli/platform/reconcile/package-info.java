/** What a service committed on a day, for the comparison with what was published and applied. */
@NullMarked
package cn.linli.platform.reconcile;

import org.jspecify.annotations.NullMarked;
