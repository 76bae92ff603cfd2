/** Courts confirm agreements. */
@NullMarked
package cn.linli.mediation.confirmation;

import org.jspecify.annotations.NullMarked;
