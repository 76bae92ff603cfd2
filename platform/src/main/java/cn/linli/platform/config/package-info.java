/**
 * Versioned configuration: one stream per table and division, read as typed tables by whoever
 * decides. What is set is in force in every instance within two seconds, without a restart.
 */
@NullMarked
package cn.linli.platform.config;

import org.jspecify.annotations.NullMarked;
