/**
 * What is due fires though nobody touches it: one instance scans the states and nudges them through
 * the command gate.
 */
@NullMarked
package cn.linli.platform.timer;

import org.jspecify.annotations.NullMarked;
