/** A dispute comes in, and a committee takes it or says who does. */
@NullMarked
package cn.linli.mediation.intake;

import org.jspecify.annotations.NullMarked;
