/** What the figures are measured against, place by place. */
@NullMarked
package cn.linli.gateway.views.targets;

import org.jspecify.annotations.NullMarked;
