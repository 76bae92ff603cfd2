package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Sample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * What was acknowledged is there: every create is read back at once, by id and in the newest page
 * of its list.
 */
final class ReadBack {

  private static final int CREATES = 10_000;
  private static final int CONNECTIONS = 64;
  private static final Duration WARM_UP = Duration.ofSeconds(60);

  private ReadBack() {}

  static void run(Path home, Report report) {
    report.title(
        "Read your own writes",
        "%,d creates; right after each answer the request is read by id and its grid's list is read, by the same connection."
            .formatted(CREATES));
    report.line(Sample.head());
    try (var linli = Subject.linli(home.resolve("readback"));
        var load = new Load(linli.serviceUrl(), CONNECTIONS)) {
      String clerk = linli.token(Requests.CLERK);
      load.during(WARM_UP, "warm-up", Load.once(n -> Requests.create(clerk, n)));
      var misses = new LongAdder();
      Queue<String> missed = new ConcurrentLinkedQueue<>();
      var idOf = new java.util.concurrent.ConcurrentHashMap<Long, String>();
      Sample sample =
          load.times(
              CREATES,
              "create + by id + list",
              (n, step, before) ->
                  switch (step) {
                    case 0 ->
                        Requests.post(
                            "/api/v1/petitions",
                            clerk,
                            Requests.createBody(n, Requests.grid(n)),
                            201);
                    case 1 -> {
                      idOf.put(n, Lifecycle.id(before));
                      yield Requests.get("/api/v1/petitions/" + idOf.get(n), clerk);
                    }
                    case 2 ->
                        Requests.get(
                            "/api/v1/petitions?limit=200&sort=newest&division=" + Requests.grid(n),
                            clerk);
                    default -> {
                      String id = idOf.remove(n);
                      if (!before.contains(id)) {
                        misses.increment();
                        missed.add(id);
                      }
                      yield null;
                    }
                  });
      report.line(sample.row());
      report.after(
          String.format(
              Locale.ROOT,
              "%,d of %,d were missing by id, %,d in the list.",
              sample.failed(),
              CREATES,
              misses.sum()));
    }
  }
}
