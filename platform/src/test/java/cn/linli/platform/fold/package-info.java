@NullMarked
package cn.linli.platform.fold;

import org.jspecify.annotations.NullMarked;
