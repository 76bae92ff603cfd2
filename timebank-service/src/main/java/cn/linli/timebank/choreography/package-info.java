/**
 * What the time bank hears from requests, from mediation and from itself. A capability that reacts
 * to the time bank's own events declares a bean of type {@code Reaction<TimebankEvent>}: all of
 * them listen together.
 */
@NullMarked
package cn.linli.timebank.choreography;

import org.jspecify.annotations.NullMarked;
