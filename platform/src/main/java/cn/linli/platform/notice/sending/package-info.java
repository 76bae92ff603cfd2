/** Messages to people outside: sent after the commit, once, by whatever carries them. */
@NullMarked
package cn.linli.platform.notice.sending;

import org.jspecify.annotations.NullMarked;
