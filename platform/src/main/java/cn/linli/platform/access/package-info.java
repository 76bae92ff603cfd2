/**
 * Who calls, with which role and in which division. Said by the token only, checked at one place.
 * Source: design §9.
 */
@NullMarked
package cn.linli.platform.access;

import org.jspecify.annotations.NullMarked;
