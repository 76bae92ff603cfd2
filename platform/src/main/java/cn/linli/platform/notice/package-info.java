/** Messages to people outside: what is owed, and what became of it. Pure; nothing is sent here. */
@NullMarked
package cn.linli.platform.notice;

import org.jspecify.annotations.NullMarked;
