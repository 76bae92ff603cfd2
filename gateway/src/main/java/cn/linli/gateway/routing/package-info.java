/** Which service answers which path, and which instance of it. */
@NullMarked
package cn.linli.gateway.routing;

import org.jspecify.annotations.NullMarked;
