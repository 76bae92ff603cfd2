/** Answers that need every service: the thread of a matter, what waits for someone. */
@NullMarked
package cn.linli.gateway.threads;

import org.jspecify.annotations.NullMarked;
