/**
 * The conventions of the outer contract, each said once: strict bodies, idempotency keys, versions,
 * problem replies in two languages, cursors, masking, correlation, limits. A service writes a table
 * of {@link cn.linli.platform.web.Routes} and handlers that know nothing of HTTP.
 */
@NullMarked
package cn.linli.platform.web;

import org.jspecify.annotations.NullMarked;
