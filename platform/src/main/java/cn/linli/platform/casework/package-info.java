/** What services that handle people's cases share: sealing words, evidence, reading states. */
@NullMarked
package cn.linli.platform.casework;

import org.jspecify.annotations.NullMarked;
