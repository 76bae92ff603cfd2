/** Which days count and when a limit ends. Source: domain rules §3. */
@NullMarked
package cn.linli.platform.calendar;

import org.jspecify.annotations.NullMarked;
