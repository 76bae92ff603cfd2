package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load;
import cn.linli.benchmarks.load.Sample;
import cn.linli.local.LocalMongo;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;
import org.bson.Document;

/**
 * From the answer of a create to the figure of its grid: creates at a steady pace, the cell polled
 * every few milliseconds. The i-th answer is on screen when the cell counts i more.
 */
final class CommitToView {

  private static final int PER_SECOND = 1_000;
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(5);
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String GRID = "370602003006001";

  private CommitToView() {}

  static void run(Path home, Report report) {
    report.title(
        "Commit to view",
        "%,d creates a second for %d s through HTTP; the time from the answer to the cell of its grid holding it (poll of %d ms included)."
            .formatted(PER_SECOND, TIME.toSeconds(), POLL.toMillis()));
    try (var linli = Subject.linli(home.resolve("lag"));
        var load = new Load(linli.serviceUrl(), 256)) {
      String clerk = linli.token(Requests.CLERK);
      load.during(Duration.ofSeconds(120), "warm-up", Load.once(n -> Requests.create(clerk, n)));
      var mongo = LocalMongo.start(linli.home().resolve("data/mongo"), 0);
      Subject.pause(Duration.ofSeconds(5));
      long before = received(mongo);
      int creates = (int) (PER_SECOND * TIME.toSeconds());
      long[] answeredNanos = new long[creates];
      long[] seenNanos = new long[creates];
      var answered = new AtomicInteger();
      var watcher = Thread.ofPlatform().start(() -> watch(mongo, before, seenNanos));
      Sample sample =
          load.paced(
              PER_SECOND,
              creates,
              "create at a steady pace",
              (n, step, body) -> {
                if (step == 0) {
                  return Requests.create(clerk, n);
                }
                answeredNanos[answered.getAndIncrement()] = System.nanoTime();
                return null;
              });
      join(watcher);
      Histogram lag = new Histogram(3);
      Arrays.sort(answeredNanos, 0, answered.get());
      for (int i = 0; i < answered.get(); i++) {
        lag.recordValue(Math.max(0, seenNanos[i] - answeredNanos[i]) / 1_000);
      }
      report.line(Sample.head());
      report.line(sample.row());
      report.after(
          String.format(
              Locale.ROOT,
              "Commit to view: p50 %.0f ms, p95 %.0f ms, **p99 %.0f ms**, max %.0f ms over %,d creates; missing from the view 0.",
              lag.getValueAtPercentile(50) / 1e3,
              lag.getValueAtPercentile(95) / 1e3,
              lag.getValueAtPercentile(99) / 1e3,
              lag.getMaxValue() / 1e3,
              answered.get()));
    }
  }

  private static void watch(LocalMongo mongo, long before, long[] seenNanos) {
    int seen = 0;
    while (seen < seenNanos.length && !Thread.currentThread().isInterrupted()) {
      long now = received(mongo) - before;
      long nanos = System.nanoTime();
      while (seen < now && seen < seenNanos.length) {
        seenNanos[seen++] = nanos;
      }
      Subject.pause(POLL);
    }
  }

  private static void join(Thread watcher) {
    try {
      watcher.join(Duration.ofSeconds(60));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (watcher.isAlive()) {
      throw new IllegalStateException("not all creates came into view within a minute");
    }
  }

  private static long received(LocalMongo mongo) {
    var views = mongo.client().getDatabase("gateway");
    Document state = views.getCollection("generations").find().first();
    LocalDate today = LocalDate.now(ZONE);
    String id =
        "%s|%s|%s|petitions".formatted(state.getString("live"), GRID, YearMonth.from(today));
    Document cell = views.getCollection("cells").find(Filters.eq("_id", id)).first();
    if (cell == null) {
      return 0;
    }
    Document day =
        cell.get("d", new Document()).get("%02d".formatted(today.getDayOfMonth()), new Document());
    return day.get("received", (Number) 0).longValue();
  }
}
