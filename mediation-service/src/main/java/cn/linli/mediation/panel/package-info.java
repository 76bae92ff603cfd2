/** Who mediates a dispute: suggestion, choice and refusal, appointment, recusal, replacement. */
@NullMarked
package cn.linli.mediation.panel;

import org.jspecify.annotations.NullMarked;
