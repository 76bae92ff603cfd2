package cn.linli.timebank;

import cn.linli.events.Topics;
import cn.linli.platform.start.ServiceMain;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Time bank (时间银行) and moral bank (道德银行). */
@SpringBootApplication
public class TimebankService {

  public static void main(String[] arguments) {
    new ServiceMain(
            "timebank",
            TimebankService.class,
            TimebankStore::migrate,
            Topics.TIMEBANK,
            Map.of("linli.attachments.path", "/api/v1/bank/attachments"))
        .run(arguments);
  }
}
