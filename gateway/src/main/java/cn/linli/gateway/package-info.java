/** The one door: routes, tier views, integration. */
@NullMarked
package cn.linli.gateway;

import org.jspecify.annotations.NullMarked;
