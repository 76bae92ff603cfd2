/** What happens to configuration. It travels on the topic of the service that owns the table. */
@NullMarked
package cn.linli.events.config;

import org.jspecify.annotations.NullMarked;
