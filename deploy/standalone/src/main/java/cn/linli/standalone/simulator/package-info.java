/**
 * Fills an empty platform with a demo city: 烟台 (3706), real divisions, invented matters. Everything
 * goes through the gateway's HTTP interface as anybody else's work would; nothing is written behind
 * its back.
 */
@NullMarked
package cn.linli.standalone.simulator;

import org.jspecify.annotations.NullMarked;
