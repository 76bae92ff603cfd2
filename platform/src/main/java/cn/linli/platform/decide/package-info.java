/** What a rule answers: events, or a refusal with its code. Pure. */
@NullMarked
package cn.linli.platform.decide;

import org.jspecify.annotations.NullMarked;
