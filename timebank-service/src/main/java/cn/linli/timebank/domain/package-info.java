/** What volunteers do, as rules: no store, no clock, no framework. */
@NullMarked
package cn.linli.timebank.domain;

import org.jspecify.annotations.NullMarked;
