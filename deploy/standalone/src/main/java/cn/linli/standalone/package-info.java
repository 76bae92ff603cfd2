/**
 * The whole platform on one machine: database, broker, services and gateway, started and ended
 * together.
 */
@NullMarked
package cn.linli.standalone;

import org.jspecify.annotations.NullMarked;
