/** Reading: one request, its history, lists, unmasking. */
@NullMarked
package cn.linli.petition.queries;

import org.jspecify.annotations.NullMarked;
