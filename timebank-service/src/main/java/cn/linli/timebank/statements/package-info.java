/** Statements of a passbook for a period, to print and to compute with. */
@NullMarked
package cn.linli.timebank.statements;

import org.jspecify.annotations.NullMarked;
