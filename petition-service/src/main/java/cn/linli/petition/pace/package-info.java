/** Clocks and pressure: extension, suspension, reminder, supervision. */
@NullMarked
package cn.linli.petition.pace;

import org.jspecify.annotations.NullMarked;
