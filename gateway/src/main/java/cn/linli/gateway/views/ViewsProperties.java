package cn.linli.gateway.views;

import cn.linli.events.Topics;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the views.
 *
 * @param zone whose calendar days count
 * @param topic what is folded; after a republish its next generation
 * @param fold whether this instance may fold; one that only serves reads says false
 */
@ConfigurationProperties("linli.views")
public record ViewsProperties(
    @DefaultValue("Asia/Shanghai") ZoneId zone,
    @DefaultValue(Topics.PETITION) String topic,
    @DefaultValue("true") boolean fold) {}
