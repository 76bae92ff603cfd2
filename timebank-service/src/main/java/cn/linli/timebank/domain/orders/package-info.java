/** What is ordered from a catalogue, paid in minutes or points. Pure. */
@NullMarked
package cn.linli.timebank.domain.orders;

import org.jspecify.annotations.NullMarked;
