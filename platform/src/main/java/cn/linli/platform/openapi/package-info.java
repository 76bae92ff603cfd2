/** The published contract of a service, written from its route tables: OpenAPI 3.1. */
@NullMarked
package cn.linli.platform.openapi;

import org.jspecify.annotations.NullMarked;
