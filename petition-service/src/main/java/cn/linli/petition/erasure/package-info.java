/** Erasing what is personal: one request, or all requests of a person. */
@NullMarked
package cn.linli.petition.erasure;

import org.jspecify.annotations.NullMarked;
