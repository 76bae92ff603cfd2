/**
 * The rules of a resident's request (诉求): {@code decide} and {@code evolve}. Pure: clock, ids,
 * calendar and tables come in as {@link cn.linli.petition.domain.Facts}.
 */
@NullMarked
package cn.linli.petition.domain;

import org.jspecify.annotations.NullMarked;
