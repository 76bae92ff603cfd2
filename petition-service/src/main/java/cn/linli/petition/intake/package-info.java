/** A request comes in. */
@NullMarked
package cn.linli.petition.intake;

import org.jspecify.annotations.NullMarked;
