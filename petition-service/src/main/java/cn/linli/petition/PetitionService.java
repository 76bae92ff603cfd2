package cn.linli.petition;

import cn.linli.events.Topics;
import cn.linli.platform.start.ServiceMain;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Requests of residents (诉求). */
@SpringBootApplication
public class PetitionService {

  public static void main(String[] arguments) {
    new ServiceMain(
            "petition", PetitionService.class, PetitionStore::migrate, Topics.PETITION, Map.of())
        .run(arguments);
  }
}
