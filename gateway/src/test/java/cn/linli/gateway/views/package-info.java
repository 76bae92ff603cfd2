@NullMarked
package cn.linli.gateway.views;

import org.jspecify.annotations.NullMarked;
