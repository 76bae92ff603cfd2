/**
 * The platform seen from outside: scenarios of five communities, through the gateway, over HTTP.
 * {@code mechanisms.csv} says which mechanism of the reports each of them shows.
 */
@NullMarked
package cn.linli.acceptance;

import org.jspecify.annotations.NullMarked;
