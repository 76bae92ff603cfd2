package cn.linli.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one door: routes, tier views, integration. */
@SpringBootApplication
public class Gateway {

  public static void main(String[] arguments) {
    SpringApplication.run(Gateway.class, arguments);
  }
}
