/**
 * Proofs an operator can ask for while the service runs: state = fold(journal), topic = journal.
 */
@NullMarked
package cn.linli.platform.audit;

import org.jspecify.annotations.NullMarked;
