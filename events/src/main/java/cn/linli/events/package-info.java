/**
 * The published language. Records of what happened, how they travel (CloudEvents 1.0 in Kafka's
 * binary mode) and where (topics). Nothing here knows Spring, MongoDB or a service.
 */
@NullMarked
package cn.linli.events;

import org.jspecify.annotations.NullMarked;
