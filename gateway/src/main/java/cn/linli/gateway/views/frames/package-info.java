/** What one screen shows, read at one instant: figures of a division, its trend, its parts. */
@NullMarked
package cn.linli.gateway.views.frames;

import org.jspecify.annotations.NullMarked;
