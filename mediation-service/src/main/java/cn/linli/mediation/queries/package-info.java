/** Reading: one dispute, its history, lists, the desk, unmasking. */
@NullMarked
package cn.linli.mediation.queries;

import org.jspecify.annotations.NullMarked;
