/**
 * decide → commit: commands, streams and the committer that writes journal and state in one
 * transaction.
 */
@NullMarked
package cn.linli.platform.commit;

import org.jspecify.annotations.NullMarked;
