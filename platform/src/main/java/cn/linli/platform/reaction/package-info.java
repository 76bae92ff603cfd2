/**
 * Choreography: an event that another service published becomes a command here. Every reaction ends
 * in exactly one commit, the effect or its decline, and the consumer's offset moves only after it.
 */
@NullMarked
package cn.linli.platform.reaction;

import org.jspecify.annotations.NullMarked;
