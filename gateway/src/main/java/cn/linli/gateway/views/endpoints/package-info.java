/** Views over HTTP. */
@NullMarked
package cn.linli.gateway.views.endpoints;

import org.jspecify.annotations.NullMarked;
