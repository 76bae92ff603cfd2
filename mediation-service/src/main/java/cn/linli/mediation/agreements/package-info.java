/** Agreements: their words, the names and the seal under them. */
@NullMarked
package cn.linli.mediation.agreements;

import org.jspecify.annotations.NullMarked;
