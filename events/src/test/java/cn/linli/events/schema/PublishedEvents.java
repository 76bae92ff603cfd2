package cn.linli.events.schema;

import cn.linli.events.Event;
import cn.linli.events.EventCodec;
import cn.linli.events.Topics;
import cn.linli.events.config.ConfigEvent;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.events.petition.BatchEvent;
import cn.linli.events.petition.ClaimEvent;
import cn.linli.events.petition.PetitionEvent;
import cn.linli.events.petition.ReferralNoteEvent;
import cn.linli.events.timebank.TimebankEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which events travel on which topic. A new service adds its line here. */
final class PublishedEvents {

  static final Map<String, List<Class<? extends Event>>> BY_TOPIC = new LinkedHashMap<>();

  static {
    BY_TOPIC.put(
        Topics.PETITION,
        List.of(
            PetitionEvent.class,
            BatchEvent.class,
            ClaimEvent.class,
            ConfigEvent.class,
            ReferralNoteEvent.class));
    BY_TOPIC.put(Topics.MEDIATION, List.of(MediationEvent.class));
    BY_TOPIC.put(Topics.TIMEBANK, List.of(TimebankEvent.class));
  }

  private PublishedEvents() {}

  /** Record by type name, sorted. */
  static Map<String, Class<?>> records() {
    var records = new TreeMap<String, Class<?>>();
    BY_TOPIC.values().forEach(all -> all.forEach(sealed -> addRecords(sealed, records)));
    return records;
  }

  static Map<String, Class<?>> records(String topic) {
    var records = new TreeMap<String, Class<?>>();
    BY_TOPIC.getOrDefault(topic, List.of()).forEach(sealed -> addRecords(sealed, records));
    return records;
  }

  private static void addRecords(Class<?> sealed, Map<String, Class<?>> records) {
    for (Class<?> record : EventCodec.records(sealed)) {
      records.put(EventCodec.typeName(record), record);
    }
  }
}
