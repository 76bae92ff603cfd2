/** Giving minutes and points to relatives, friends and the community. */
@NullMarked
package cn.linli.timebank.transfers;

import org.jspecify.annotations.NullMarked;
