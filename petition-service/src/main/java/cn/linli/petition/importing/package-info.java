/**
 * History comes in from files: streamed, row by row, each bad row told with its number. The rules
 * are published in {@code docs/import.md}.
 */
@NullMarked
package cn.linli.petition.importing;

import org.jspecify.annotations.NullMarked;
