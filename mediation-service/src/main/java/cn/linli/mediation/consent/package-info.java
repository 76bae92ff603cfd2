/** Parties take their seats, consent, leave or take back what they asked for. */
@NullMarked
package cn.linli.mediation.consent;

import org.jspecify.annotations.NullMarked;
