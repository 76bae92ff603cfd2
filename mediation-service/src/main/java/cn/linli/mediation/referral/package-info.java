/** Requests that are referred to mediation, and the way back. */
@NullMarked
package cn.linli.mediation.referral;

import org.jspecify.annotations.NullMarked;
