package cn.linli.timebank;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Time bank (时间银行) and moral bank (道德银行). */
@SpringBootApplication
public class TimebankService {

  public static void main(String[] arguments) {
    SpringApplication.run(TimebankService.class, arguments);
  }
}
