@NullMarked
package cn.linli.platform.follow;

import org.jspecify.annotations.NullMarked;
