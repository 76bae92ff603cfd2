/** Wristbands (幸福手环): kiosks, who wears which wristband, and signed batches of readings. */
@NullMarked
package cn.linli.timebank.wristbands;

import org.jspecify.annotations.NullMarked;
