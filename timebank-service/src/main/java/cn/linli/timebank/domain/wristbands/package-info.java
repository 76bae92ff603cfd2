/** Kiosks, wristbands and what their readings are worth. Pure. */
@NullMarked
package cn.linli.timebank.domain.wristbands;

import org.jspecify.annotations.NullMarked;
