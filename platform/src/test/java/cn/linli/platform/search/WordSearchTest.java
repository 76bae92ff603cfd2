package cn.linli.platform.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import cn.linli.platform.commit.Outcome;
import cn.linli.platform.search.Texts.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the index finds is what a naive scan finds, whoever files, erases or dies meanwhile. */
class WordSearchTest {

  /** Pairs of the first few stand in most texts, pairs of the last few in hardly any. */
  private static final String CHARACTERS = "路灯停车垃圾噪音漏水电梯物业消防占道绿化拆迁维修";

  private static final List<String> DIVISIONS =
      List.of("370602003006", "370602003007", "370602008001", "370611001001", "unknown");
  private static final List<String> PLACES =
      List.of("", "3706", "370602", "370602003", "370602003006");

  private final Random random = new Random(4);
  private final Texts texts = new Texts();

  @AfterEach
  void close() {
    texts.close();
  }

  private String word(int length) {
    var word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int at = (int) Math.min(CHARACTERS.length() - 1, Math.abs(random.nextGaussian()) * 8);
      word.append(CHARACTERS.charAt(at));
    }
    return word.toString();
  }

  /** Instants repeat, come in any order, and some lie years back. */
  private Known text(int n) {
    return new Known(
        "%03d%05d".formatted(random.nextInt(1_000), n),
        1_700_000_000_000L + random.nextInt(600) * 60_000L - random.nextInt(2) * 99_999_960_000L,
        DIVISIONS.get(random.nextInt(DIVISIONS.size())),
        word(4 + random.nextInt(30)));
  }

  private List<CompletableFuture<Outcome>> file(int from, int to) {
    var answers = new ArrayList<CompletableFuture<Outcome>>();
    for (int n = from; n < to; n++) {
      answers.add(texts.file(text(n)));
      if (n % 200 == 0) {
        answers.forEach(CompletableFuture::join);
      }
    }
    return answers;
  }

  private static void await(List<CompletableFuture<Outcome>> answers) {
    answers.forEach(CompletableFuture::join);
  }

  private void agrees(int questions) {
    for (int i = 0; i < questions; i++) {
      String words = word(2 + i % 4);
      String place = PLACES.get(random.nextInt(PLACES.size()));
      ListOrder order = ListOrder.values()[i % 2];
      int limit = i % 3 == 0 ? 7 : 50;
      assertThat(texts.found(words, place, order, limit))
          .as("%s in '%s' %s by %d", words, place, order, limit)
          .isEqualTo(texts.scanned(words, place, order));
    }
  }

  private void isClean() {
    var report = texts.audit();
    assertThat(report.missing()).isEmpty();
    assertThat(report.left()).isEmpty();
    assertThat(report.texts())
        .isEqualTo(texts.answered.values().stream().filter(it -> !it.text().isEmpty()).count());
  }

  @Test
  void finds_what_a_scan_finds_before_and_after_texts_move_into_segments() throws Exception {
    SegmentMaker maker = texts.maker();
    await(file(0, 400));
    agrees(20); // not built yet
    while (maker.step()) {}
    agrees(20); // in the notes alone
    await(file(400, 3_500));
    while (maker.step()) {}
    await(file(3_500, 4_000));
    assertThat(texts.store.database().getCollection(NewEntries.COLLECTION).countDocuments())
        .as("some in notes, most in segments")
        .isPositive();
    agrees(60);
    var some = texts.answered.values().stream().limit(300).toList();
    await(some.stream().map(it -> texts.move(it, "370611001001")).toList());
    agrees(40);
    isClean();
    assertThat(texts.audit().built()).isTrue();
    assertThat(texts.audit().segments()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void nothing_is_left_of_what_is_erased() throws Exception {
    SegmentMaker maker = texts.maker();
    while (maker.step()) {}
    await(file(0, 1_600));
    while (maker.step()) {}
    await(file(1_600, 1_700));
    var erased = texts.answered.values().stream().filter(it -> it.hashCode() % 5 == 0).toList();
    await(erased.stream().map(texts::erase).toList());
    agrees(20); // before its leader has come to it
    while (maker.step()) {}
    for (Known each : erased) {
      assertThat(
              new Segments(texts.store.client(), texts.store.database())
                  .find(
                      List.of(new ListOrder.Place("account:" + each.id(), each.receivedMillis()))))
          .as("its place stays, its bits don't: the audit looks")
          .hasSizeLessThanOrEqualTo(1);
    }
    agrees(20);
    isClean();
  }

  @Test
  void everything_at_once_with_two_leaders_of_whom_each_is_killed_again_and_again()
      throws Exception {
    var done = new AtomicBoolean();
    var failure = new AtomicReference<Throwable>();
    var threads = new ArrayList<Thread>();
    for (int leader = 0; leader < 2; leader++) {
      threads.add(started(failure, () -> lead(done)));
    }
    threads.add(started(failure, () -> askUntil(done)));
    for (int part = 0; part < 8; part++) {
      var answers = new ArrayList<>(file(part * 500, part * 500 + 500));
      if (part == 5) {
        new Segments(texts.store.client(), texts.store.database()).unsetBuilt();
      }
      await(answers);
      var victims = texts.answered.values().stream().limit(10).toList();
      await(victims.stream().map(texts::erase).toList());
    }
    done.set(true);
    for (Thread thread : threads) {
      thread.join();
    }
    if (failure.get() != null) {
      fail(failure.get());
    }
    SegmentMaker maker = texts.maker();
    while (maker.step()) {}
    maker.sweep();
    agrees(40);
    isClean();
  }

  private static Thread started(AtomicReference<Throwable> failure, Interruptible work) {
    return Thread.ofPlatform()
        .start(() -> {
          try {
            work.run();
          } catch (Throwable e) {
            failure.set(e);
          }
        });
  }

  private interface Interruptible {
    void run() throws Exception;
  }

  /** Each maker is torn out of whatever it is at, after some milliseconds. */
  private void lead(AtomicBoolean done) throws InterruptedException {
    while (!done.get()) {
      var term =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  SegmentMaker maker = texts.maker();
                  maker.sweep();
                  while (true) {
                    if (!maker.step()) {
                      Thread.sleep(5);
                    }
                  }
                } catch (Exception killed) {
                  // the next one takes over
                }
              });
      Thread.sleep(30 + (long) (Math.random() * 400));
      term.interrupt();
      term.join();
    }
  }

  /** What was answered before the question must be in the reply, unless it was erased since. */
  private void askUntil(AtomicBoolean done) {
    while (!done.get()) {
      String words = CHARACTERS.substring(2, 4);
      var before = texts.scanned(words, "370602", ListOrder.OLDEST_FIRST);
      var found = texts.found(words, "370602", ListOrder.OLDEST_FIRST, 50);
      assertThat(found)
          .doesNotHaveDuplicates()
          .containsAll(before.stream().filter(id -> !texts.erasing.contains(id)).toList());
    }
  }
}
