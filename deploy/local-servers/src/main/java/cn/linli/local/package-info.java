/**
 * A real mongod process and a real Kafka broker on this machine, for the standalone runner and for
 * tests.
 */
@NullMarked
package cn.linli.local;

import org.jspecify.annotations.NullMarked;
