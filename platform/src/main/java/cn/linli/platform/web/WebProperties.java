package cn.linli.platform.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bounds at the edge.
 *
 * @param bodyMax largest JSON body
 * @param publicCallsPerMinute calls one address may make on public paths; 0: not limited here
 *     because a gateway in front does it
 */
@ConfigurationProperties("linli.web")
public record WebProperties(
    @DefaultValue("1MB") DataSize bodyMax, @DefaultValue("0") int publicCallsPerMinute) {}
