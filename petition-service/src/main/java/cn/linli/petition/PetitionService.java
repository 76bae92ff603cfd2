package cn.linli.petition;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Requests of residents (诉求). */
@SpringBootApplication
public class PetitionService {

  public static void main(String[] arguments) {
    SpringApplication.run(PetitionService.class, arguments);
  }
}
