/**
 * The figures. One file says which figure, its formula in words, its numerator and denominator as
 * functions of an event; catalogue, fold, recount and documents read that one place.
 */
@NullMarked
package cn.linli.gateway.views.figures;

import org.jspecify.annotations.NullMarked;
