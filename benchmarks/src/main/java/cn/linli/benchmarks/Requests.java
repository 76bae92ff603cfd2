package cn.linli.benchmarks;

import cn.linli.benchmarks.load.Load.Call;
import io.netty.handler.codec.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The calls of the benchmarks. The body of a request has about 700 bytes, like the real messages'
 * median.
 */
final class Requests {

  static final String CLERK = "community-clerk@370602003006";
  private static final String PLACE = "370602003006001";
  private static final String STORY =
      "小区三号楼二单元从上周五开始暖气一直不热，家里老人和孩子都感冒了。楼里一共九户人家情况相同，我们先后联系了物业和供暖公司，"
          + "都说会派人来看，但一直没有人上门。昨天夜里室内温度只有十二度，请尽快协调解决，谢谢。"
          + "另外，单元门口的管道井井盖松动，夜里走路容易绊倒，希望一并处理。";

  /** A number of its own for each request: the same person with the same words is told so. */
  private static final AtomicLong PHONES = new AtomicLong();

  private Requests() {}

  static String createBody(long n) {
    return createBody(n, PLACE);
  }

  static String createBody(long n, String division) {
    return """
    {"kind":"complaint","channel":"hotline","title":"三号楼二单元暖气不热 %d","description":"%s",\
    "category":"heating","urgency":"normal","division":"%s",\
    "petitioner":{"name":"王小明","phone":"138%08d"}}\
    """
        .formatted(n, STORY, division, PHONES.getAndIncrement() % 100_000_000);
  }

  static Call create(String token, long n) {
    return post("/api/v1/petitions", token, createBody(n), 201);
  }

  /** One of 999 grids of the same community. */
  static String grid(long n) {
    return "370602003006%03d".formatted(1 + n % 999);
  }

  static Call floor(long n) {
    return new Call(
        HttpMethod.POST,
        "/requests",
        Map.of("Content-Type", "application/json"),
        createBody(n).getBytes(StandardCharsets.UTF_8),
        201);
  }

  static Call post(String path, String token, String body, int status) {
    return new Call(
        HttpMethod.POST,
        path,
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + token),
        body.getBytes(StandardCharsets.UTF_8),
        status);
  }

  static Call get(String path, String token) {
    return new Call(
        HttpMethod.GET, path, Map.of("Authorization", "Bearer " + token), new byte[0], 200);
  }
}
