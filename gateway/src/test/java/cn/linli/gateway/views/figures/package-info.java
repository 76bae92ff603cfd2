@NullMarked
package cn.linli.gateway.views.figures;

import org.jspecify.annotations.NullMarked;
