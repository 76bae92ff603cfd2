@NullMarked
package cn.linli.platform.reconcile;

import org.jspecify.annotations.NullMarked;
