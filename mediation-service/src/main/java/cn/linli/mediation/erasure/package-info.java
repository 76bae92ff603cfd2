/** Erasing what is personal. */
@NullMarked
package cn.linli.mediation.erasure;

import org.jspecify.annotations.NullMarked;
