/**
 * The tables a tenant may configure, as plain records: complete or told which cell is missing.
 * Pure, so that the rules of a service can hold them as facts.
 */
@NullMarked
package cn.linli.platform.config.tables;

import org.jspecify.annotations.NullMarked;
