package cn.linli.platform.commit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * States of a batch.
 *
 * @param states one for each stream asked for; the initial one if it is new
 * @param newer streams that an instance with a higher schema has written: not ours to write
 * @param verified streams read in this attempt and compared with the journal
 */
record Loaded(Map<StreamId, StreamState> states, Set<StreamId> newer, Set<StreamId> verified) {

  Loaded with(Loaded fresh) {
    var allStates = new HashMap<>(states);
    allStates.putAll(fresh.states);
    var allNewer = new HashSet<>(newer);
    allNewer.addAll(fresh.newer);
    var allVerified = new HashSet<>(verified);
    allVerified.addAll(fresh.verified);
    return new Loaded(allStates, allNewer, allVerified);
  }

  boolean differsFrom(Loaded earlier) {
    return states.values().stream()
        .anyMatch(state -> earlier.states.get(state.stream()).version() != state.version());
  }
}
