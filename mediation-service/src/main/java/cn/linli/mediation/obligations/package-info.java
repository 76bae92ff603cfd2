/** What becomes of what was agreed. */
@NullMarked
package cn.linli.mediation.obligations;

import org.jspecify.annotations.NullMarked;
