package cn.linli.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Lists: pages that fit together while others write, cursors that can't be bent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListConventionsTest {

  private static final String WORKER = "grid-worker@370602003006001";
  private static final String PARCELS = "/api/v1/parcels";
  private static final String GOOD =
      """
      {"division":"370602003006001","size":"small","items":[{"name":"tea","pieces":2}]}\
      """;

  private ParcelServer server;

  @BeforeAll
  void start() {
    server = new ParcelServer();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  private String send() {
    return server.post(PARCELS, GOOD).as(WORKER).send().json().path("id").asString();
  }

  @Test
  void pages_hold_each_item_once_though_others_are_added_between_them() {
    var before = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      before.add(send());
    }
    var seen = new ArrayList<String>();
    String path = PARCELS + "?limit=2";
    for (int pages = 0; pages < 10 && !seen.containsAll(before); pages++) {
      var page = server.get(path).as(WORKER).send().json();
      page.path("items").forEach(item -> seen.add(item.path("id").asString()));
      send();
      path = PARCELS + "?limit=3&after=" + page.path("next").asString();
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(before);
  }

  @Test
  void a_cursor_is_bound_to_its_filter_and_its_caller() {
    List.of(1, 2).forEach(_ -> send());
    String next =
        server
            .get(PARCELS + "?limit=1&size=small")
            .as(WORKER)
            .send()
            .json()
            .path("next")
            .asString();

    var same = server.get(PARCELS + "?size=small&limit=2&after=" + next).as(WORKER).send();
    var otherFilter = server.get(PARCELS + "?size=large&after=" + next).as(WORKER).send();
    var noFilter = server.get(PARCELS + "?after=" + next).as(WORKER).send();
    var otherCaller = server.get(PARCELS + "?size=small&after=" + next).as("admin@3706").send();
    var bent = server.get(PARCELS + "?size=small&after=A" + next.substring(1)).as(WORKER).send();

    assertThat(same.status()).isEqualTo(200);
    assertThat(new LinkedHashSet<>(List.of(otherFilter, noFilter, otherCaller, bent)))
        .allSatisfy(reply -> {
          assertThat(reply.status()).isEqualTo(400);
          assertThat(reply.code()).isEqualTo("invalid-cursor");
        });
  }
}
