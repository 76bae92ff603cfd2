/** One service's part of a thread: what happened under one correlation id. */
@NullMarked
package cn.linli.platform.threads;

import org.jspecify.annotations.NullMarked;
