/** The catalogue of rewards: what a community gives for minutes and points. */
@NullMarked
package cn.linli.timebank.rewards;

import org.jspecify.annotations.NullMarked;
