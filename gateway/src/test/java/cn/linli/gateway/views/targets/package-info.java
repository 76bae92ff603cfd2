@NullMarked
package cn.linli.gateway.views.targets;

import org.jspecify.annotations.NullMarked;
