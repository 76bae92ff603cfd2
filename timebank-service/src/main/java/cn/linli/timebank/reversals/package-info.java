/** Lines that were wrong are taken back by two people, once; the lines themselves stay. */
@NullMarked
package cn.linli.timebank.reversals;

import org.jspecify.annotations.NullMarked;
