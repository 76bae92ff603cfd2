/** Orders: what somebody wants from a catalogue, held until it is fulfilled or comes to nothing. */
@NullMarked
package cn.linli.timebank.orders;

import org.jspecify.annotations.NullMarked;
