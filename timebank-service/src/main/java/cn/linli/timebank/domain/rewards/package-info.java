/**
 * The catalogue of a community: what can be had for minutes and points, and how much of it. Pure.
 */
@NullMarked
package cn.linli.timebank.domain.rewards;

import org.jspecify.annotations.NullMarked;
