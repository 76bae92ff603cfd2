/** The published contracts of all services as one: OpenAPI and AsyncAPI. */
@NullMarked
package cn.linli.gateway.openapi;

import org.jspecify.annotations.NullMarked;
