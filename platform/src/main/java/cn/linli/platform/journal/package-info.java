/**
 * The store of a service: its collections and indexes, what is asked of its server, the history of
 * a stream, and the proof that every state equals the fold of its journal.
 */
@NullMarked
package cn.linli.platform.journal;

import org.jspecify.annotations.NullMarked;
