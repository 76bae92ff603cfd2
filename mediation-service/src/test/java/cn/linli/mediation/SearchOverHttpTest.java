package cn.linli.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Words in disputes that stand in a segment, and in those that came after. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchOverHttpTest {

  private static final int FILED = 1_100;
  private static final int FILERS = 8;
  private static final Duration SOON = Duration.ofSeconds(30);

  private Server server;
  private Person filer;
  private Person committee;
  private Person justice;
  private Person admin;

  @BeforeAll
  void start() {
    server = new Server("dispute_search", Clock.systemUTC());
    filer = server.as("resident@370602/chen");
    committee = server.as("mediator@370602003006/wang");
    justice = server.as("justice-officer@3706");
    admin = server.as("admin@37");
    CompletableFuture.allOf(
            IntStream.range(0, FILERS)
                .mapToObj(thread ->
                    CompletableFuture.runAsync(() -> {
                      for (int n = thread; n < FILED; n += FILERS) {
                        file(n);
                      }
                    }))
                .toArray(CompletableFuture[]::new))
        .join();
    await().atMost(SOON).until(() -> audit().at("segments").asInt() >= 1);
  }

  private String file(int n) {
    var filing = Disputes.neighbours();
    filing.put("division", n % 2 == 0 ? "370602003006" : "370602004001");
    filing.put("facts", (n % 50 == 0 ? "祖屋地界不清" : "楼上漏水") + "门牌%05d".formatted(n));
    return filer.post("/disputes", filing).created().id();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private Reply audit() {
    return admin.post("/audits/search").ok();
  }

  private static String q(String words) {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
  }

  private static List<String> ids(Person reader, String filter) {
    return reader.ids("/disputes?" + filter);
  }

  @Test
  void one_of_many_is_found_wherever_one_may_look() {
    assertThat(ids(justice, q("门牌00042"))).hasSize(1);
    assertThat(ids(committee, q("门牌00042"))).hasSize(1);
    assertThat(ids(committee, q("门牌00043"))).as("the neighbouring committee's").isEmpty();
    assertThat(ids(justice, q("门牌00043") + "&division=370602004")).hasSize(1);
    assertThat(ids(filer, q("门牌00043"))).hasSize(1);
    assertThat(ids(server.as("resident@370602003006/li"), q("门牌00042"))).isEmpty();
    assertThat(ids(justice, q("没有人写过的话"))).isEmpty();
  }

  @Test
  void pages_of_many_are_the_pages_of_the_list() {
    var boundary = ids(justice, "limit=3&" + q("祖屋地界"));
    assertThat(boundary).hasSize(FILED / 50);
    var all = ids(justice, "limit=200&division=370602");
    assertThat(boundary).isEqualTo(all.stream().filter(boundary::contains).toList());
    var leaking = ids(justice, "limit=150&division=370602&" + q("楼上漏水"));
    assertThat(leaking).isSubsetOf(all).doesNotHaveDuplicates();
    assertThat(leaking).hasSizeGreaterThanOrEqualTo(FILED - boundary.size());
  }

  @Test
  void what_was_answered_is_found_at_once() {
    String late = file(99_998);
    assertThat(ids(justice, q("门牌99998"))).containsExactly(late);
    var audit = audit().has("built", true);
    assertThat(audit.at("missing").isEmpty()).isTrue();
    assertThat(audit.at("left").isEmpty()).isTrue();
  }
}
