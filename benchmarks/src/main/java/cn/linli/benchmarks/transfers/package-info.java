/** Transfers between passbooks: Linli's ledger beside two plainer ways to write them. */
@NullMarked
package cn.linli.benchmarks.transfers;

import org.jspecify.annotations.NullMarked;
