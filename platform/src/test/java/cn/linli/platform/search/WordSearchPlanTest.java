package cn.linli.platform.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.local.LocalServers;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.search.Texts.Known;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a search reads does not grow with what it does not find. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WordSearchPlanTest {

  private static final int STORED = 5_000;
  private static final List<String> ASKED =
      List.of("find", "filter", "sort", "skip", "limit", "projection", "hint");

  private final Texts texts = new Texts();
  private final List<BsonDocument> finds = new CopyOnWriteArrayList<>();
  private MongoClient client;

  @BeforeAll
  void fill() throws Exception {
    SegmentMaker maker = texts.maker();
    while (maker.step()) {}
    for (int n = 0; n < STORED; n++) {
      var answer =
          texts.file(
              new Known(
                  "%06d".formatted(n),
                  1_700_000_000_000L + n * 1_000L,
                  n % 2 == 0 ? "370602003006" : "370602004001",
                  "路灯坏了" + (n % 25 == 0 ? "占道经营" : "") + "门牌%06d".formatted(n)));
      if (n % 250 == 0 || n == STORED - 1) {
        answer.join();
      }
    }
    while (maker.step()) {}
    var listener =
        new CommandListener() {
          @Override
          public void commandStarted(CommandStartedEvent event) {
            if (event.getCommandName().equals("find")) {
              finds.add(event.getCommand().clone());
            }
          }
        };
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(LocalServers.mongo().adminUri()))
                .addCommandListener(listener)
                .build());
  }

  @AfterAll
  void close() {
    client.close();
    texts.close();
  }

  /** Documents read by a first page of 50, per collection. */
  private record Read(int found, int states, int rows, int notes) {}

  private Read read(String words, String division) {
    finds.clear();
    MongoDatabase database = client.getDatabase(texts.store.database().getName());
    var found =
        texts
            .search(database)
            .find(
                new WordSearch.Wanted(
                    words,
                    new Document(ListOrder.DIVISION, new Document("$regex", "^" + division)),
                    new Document(ListOrder.DIVISION, new Document("$regex", "^" + division)),
                    Optional.of(division),
                    ListOrder.OLDEST_FIRST,
                    Optional.empty()),
                51,
                candidates ->
                    candidates.stream()
                        .filter(it -> it.state().padding().contains(words))
                        .toList());
    return new Read(
        found.size(),
        examined(database, StateStore.COLLECTION),
        examined(database, Rows.COLLECTION),
        examined(database, NewEntries.COLLECTION));
  }

  private int examined(MongoDatabase database, String collection) {
    int examined = 0;
    for (BsonDocument find : new ArrayList<>(finds)) {
      if (find.getString("find").getValue().equals(collection)) {
        var asked = new BsonDocument();
        find.forEach((name, value) -> {
          if (ASKED.contains(name)) {
            asked.append(name, value);
          }
        });
        examined +=
            database
                .runCommand(new Document("explain", asked).append("verbosity", "executionStats"))
                .get("executionStats", Document.class)
                .getInteger("totalDocsExamined");
      }
    }
    return examined;
  }

  @Test
  void a_word_that_one_text_has_reads_that_text() {
    var read = read("门牌004321", "3706");
    assertThat(read.found()).isOne();
    assertThat(read.states()).isEqualTo(texts.covering("门牌004321", "3706"));
    assertThat(read.rows()).as("seven bits and the city, of each segment").isLessThan(50);
    assertThat(read.notes()).isLessThanOrEqualTo(SegmentMaker.TEXTS_MIN);
  }

  @Test
  void a_word_that_no_text_has_reads_none() {
    var read = read("无此一说", "370602003");
    assertThat(read.found()).isZero();
    assertThat(read.states()).isEqualTo(texts.covering("无此一说", "370602003"));
    assertThat(read.rows()).isLessThan(30);
  }

  @Test
  void a_word_that_every_text_has_walks_a_few_hundred_of_the_list() {
    var read = read("路灯坏了", "3706");
    assertThat(read.found()).isEqualTo(51);
    assertThat(read.states()).isLessThanOrEqualTo(WordSearch.WALKED_MAX + 1 + 200);
  }

  @Test
  void a_word_that_one_in_25_has_reads_little_more_than_a_page_of_them() {
    var read = read("占道经营", "370602003");
    assertThat(read.found()).isEqualTo(51);
    assertThat(read.states()).isLessThanOrEqualTo(200);
  }
}
