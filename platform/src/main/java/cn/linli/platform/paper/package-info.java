/** Documents on paper: PDF with Chinese text. */
@NullMarked
package cn.linli.platform.paper;

import org.jspecify.annotations.NullMarked;
