/**
 * Finding words in texts that nobody stores in the clear: keyed sketches by rows, for whole cities
 * at once. See {@code docs/adr/0008-words.md}.
 */
@NullMarked
package cn.linli.platform.search;

import org.jspecify.annotations.NullMarked;
