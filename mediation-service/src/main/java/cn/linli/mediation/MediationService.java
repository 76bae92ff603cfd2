package cn.linli.mediation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Mediation of disputes (人民调解). */
@SpringBootApplication
public class MediationService {

  public static void main(String[] arguments) {
    SpringApplication.run(MediationService.class, arguments);
  }
}
