package cn.linli.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are.
 *
 * @param services name ({@code petition}) to the addresses of its instances; a service that is not
 *     here has no routes
 */
@ConfigurationProperties("linli.gateway")
public record GatewayProperties(@DefaultValue Map<String, List<URI>> services) {
  public GatewayProperties {
    services = Map.copyOf(services);
  }
}
