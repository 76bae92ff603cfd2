package cn.linli.acceptance;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Listens to the run: which mechanisms were shown by a scenario that passed. */
public final class MechanismRuns implements TestExecutionListener {

  private static final Map<String, Set<String>> PASSED = new ConcurrentHashMap<>();
  private static final Map<String, Set<String>> FAILED = new ConcurrentHashMap<>();

  /** Simple names of the scenarios that showed it; empty: none did, or one of them failed. */
  static Set<String> scenariosOf(String mechanism) {
    return FAILED.containsKey(mechanism) ? Set.of() : PASSED.getOrDefault(mechanism, Set.of());
  }

  /** Every mechanism that a scenario of this run names. */
  static Set<String> named() {
    var named = ConcurrentHashMap.<String>newKeySet();
    named.addAll(PASSED.keySet());
    named.addAll(FAILED.keySet());
    return named;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.getSource().orElse(null) instanceof MethodSource source) {
      var mechanism = source.getJavaMethod().getAnnotation(Mechanism.class);
      if (mechanism != null) {
        var scenario = source.getJavaClass().getSimpleName();
        boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
        Arrays.stream(mechanism.value())
            .forEach(id ->
                (passed ? PASSED : FAILED)
                    .computeIfAbsent(id, _ -> ConcurrentHashMap.newKeySet())
                    .add(scenario));
      }
    }
  }
}
