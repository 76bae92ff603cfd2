/**
 * Proof that no minute was lost, doubled or invented: the journal is read from its first line,
 * every chain and every sum computed anew, and what was found is sealed under a signed root.
 */
@NullMarked
package cn.linli.timebank.proof;

import org.jspecify.annotations.NullMarked;
