/** Tier views: what cities, districts and streets see, folded live from the topics. */
@NullMarked
package cn.linli.gateway.views;

import org.jspecify.annotations.NullMarked;
