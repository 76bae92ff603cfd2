@NullMarked
package cn.linli.platform.search;

import org.jspecify.annotations.NullMarked;
