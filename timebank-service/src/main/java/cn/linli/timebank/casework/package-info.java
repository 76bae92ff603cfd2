/**
 * What every capability of the time bank shares: accounts, who may see them, and how a wish to move
 * value becomes one command over several streams.
 */
@NullMarked
package cn.linli.timebank.casework;

import org.jspecify.annotations.NullMarked;
