/**
 * The one door: routes to the services, views for every tier, what spans services. Nothing is
 * decided here that a service has to decide.
 */
@NullMarked
package cn.linli.gateway;

import org.jspecify.annotations.NullMarked;
