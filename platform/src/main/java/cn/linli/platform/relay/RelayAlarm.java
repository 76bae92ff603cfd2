package cn.linli.platform.relay;

import java.time.Duration;

/**
 * Why the relay stands still, or soon will. Each needs a person: to go on would be a guess that
 * loses or doubles events. All but {@link TokenAged} stop it until the service is started again.
 */
public sealed interface RelayAlarm {

  /** Stable, kebab-case: the tag of the metric {@code linli.relay.alarm}. */
  String code();

  /** What happened and what to do, for the log and for the health page. */
  String sentence();

  record TopicReplaced(String topic, String expected, String found) implements RelayAlarm {
    @Override
    public String code() {
      return "topic-replaced";
    }

    @Override
    public String sentence() {
      return "Topic %s was deleted and made again (id %s, expected %s): republish the journal."
          .formatted(topic, found, expected);
    }
  }

  record TopicGone(String topic) implements RelayAlarm {
    @Override
    public String code() {
      return "topic-gone";
    }

    @Override
    public String sentence() {
      return "Topic %s is gone: republish the journal.".formatted(topic);
    }
  }

  record PartitionsChanged(String topic, int expected, int found) implements RelayAlarm {
    @Override
    public String code() {
      return "partitions-changed";
    }

    @Override
    public String sentence() {
      return "Topic %s has %d partitions, expected %d, which never change: republish the journal."
          .formatted(topic, found, expected);
    }
  }

  record LogEndBelow(String topic, int partition, long recorded, long found) implements RelayAlarm {
    @Override
    public String code() {
      return "log-end-below";
    }

    @Override
    public String sentence() {
      return "Partition %d of %s ends at %d, but records up to %d were committed: the broker lost data, republish the journal."
          .formatted(partition, topic, found, recorded);
    }
  }

  record PositionMissing(String topic) implements RelayAlarm {
    @Override
    public String code() {
      return "position-missing";
    }

    @Override
    public String sentence() {
      return "The journal is not empty, but there is no position for %s: republish the journal."
          .formatted(topic);
    }
  }

  record TopicNotEmpty(String topic) implements RelayAlarm {
    @Override
    public String code() {
      return "topic-not-empty";
    }

    @Override
    public String sentence() {
      return "The journal is empty and there is no position, but %s holds records: it belongs to another journal."
          .formatted(topic);
    }
  }

  record JournalReplaced(String expected, String found) implements RelayAlarm {
    @Override
    public String code() {
      return "journal-replaced";
    }

    @Override
    public String sentence() {
      return "The journal is another one (id %s, expected %s): restore the right one, or republish."
          .formatted(found, expected);
    }
  }

  record JournalGone(String how) implements RelayAlarm {
    @Override
    public String code() {
      return "journal-gone";
    }

    @Override
    public String sentence() {
      return "The journal is gone (%s): restore it from a backup, then republish.".formatted(how);
    }
  }

  record HistoryLost(int serverCode, String reason) implements RelayAlarm {
    @Override
    public String code() {
      return "history-lost";
    }

    @Override
    public String sentence() {
      return "The oplog no longer reaches back to the relay's position (server code %d, %s): republish the journal."
          .formatted(serverCode, reason);
    }
  }

  record StreamEnded(String topic) implements RelayAlarm {
    @Override
    public String code() {
      return "stream-ended";
    }

    @Override
    public String sentence() {
      return "The change stream behind %s ended without an error: look at the journal, then start again."
          .formatted(topic);
    }
  }

  /** Nobody but the relay writes there, and its own transactions were ended a moment before. */
  record TransactionOpen(OpenTransactions.Open open) implements RelayAlarm {
    @Override
    public String code() {
      return "transaction-open";
    }

    @Override
    public String sentence() {
      return "%s holds a transaction that nobody ends (decided up to %d, log up to %d): end it with kafka-transactions.sh abort, then start again."
          .formatted(open.partition(), open.stable(), open.end());
    }
  }

  /** Events and position are committed together, so the broker has broken a transaction apart. */
  record CommittedBeyond(String topic, int partition, long recorded, long found, long offset)
      implements RelayAlarm {
    @Override
    public String code() {
      return "committed-beyond";
    }

    @Override
    public String sentence() {
      return "Partition %d of %s holds record n=%d at offset %d, committed although the relay's position says n=%d: republish the journal."
          .formatted(partition, topic, found, offset, recorded);
    }
  }

  /** The relay still works or tries to; nothing is lost yet. */
  record TokenAged(Duration age, Duration halfWindow) implements RelayAlarm {
    @Override
    public String code() {
      return "token-aged";
    }

    @Override
    public String sentence() {
      return "The relay's position is %d s old, half of the oplog's window is %d s: bring the broker back or enlarge the oplog."
          .formatted(age.toSeconds(), halfWindow.toSeconds());
    }
  }
}
