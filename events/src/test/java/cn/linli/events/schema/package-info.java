/**
 * Schemas, catalogue and AsyncAPI, generated from the records; what may change and what may not.
 */
@NullMarked
package cn.linli.events.schema;

import org.jspecify.annotations.NullMarked;
