/** What is raised to a division at once, beside its figures: codes only. */
@NullMarked
package cn.linli.gateway.views.alerts;

import org.jspecify.annotations.NullMarked;
