package cn.linli.platform.reconcile;

import java.time.LocalDate;
import java.util.Map;

/**
 * What one service committed.
 *
 * @param divisions district to number of events
 */
public record CommittedReply(LocalDate day, String topic, Map<String, Long> divisions) {}
