/** Whom to ask: petitioners whose answer's limit has passed or who were answered. */
@NullMarked
package cn.linli.petition.visits;

import org.jspecify.annotations.NullMarked;
