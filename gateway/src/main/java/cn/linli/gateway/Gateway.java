package cn.linli.gateway;

import cn.linli.platform.start.ServiceMain;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.PropertySource;

/** The gateway. Its defaults have a file of their own, so that it can share a JVM with services. */
@SpringBootApplication
@ConfigurationPropertiesScan
@PropertySource("classpath:cn/linli/gateway/gateway.properties")
public class Gateway {

  public static void main(String[] arguments) {
    new ServiceMain("gateway", Gateway.class, GatewayStore::migrate, null, Map.of()).run(arguments);
  }
}
