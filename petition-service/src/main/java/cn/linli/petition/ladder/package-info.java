/** Up, down and sideways: escalate, send back, dispatch, co-handlers, return. */
@NullMarked
package cn.linli.petition.ladder;

import org.jspecify.annotations.NullMarked;
