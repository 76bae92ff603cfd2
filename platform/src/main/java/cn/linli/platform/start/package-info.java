/** Wires store, committer and timers into the Spring context of a service. */
@NullMarked
package cn.linli.platform.start;

import org.jspecify.annotations.NullMarked;
