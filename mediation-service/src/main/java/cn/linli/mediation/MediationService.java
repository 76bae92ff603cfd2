package cn.linli.mediation;

import cn.linli.events.Topics;
import cn.linli.platform.start.ServiceMain;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Mediation of disputes (人民调解). */
@SpringBootApplication
public class MediationService {

  public static void main(String[] arguments) {
    new ServiceMain(
            "mediation",
            MediationService.class,
            MediationStore::migrate,
            Topics.MEDIATION,
            Map.of("linli.attachments.path", "/api/v1/disputes/attachments"))
        .run(arguments);
  }
}
