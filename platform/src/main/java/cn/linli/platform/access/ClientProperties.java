package cn.linli.platform.access;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * This service as a client of the issuer. Its claims {@code role} (service), {@code division} and
 * {@code org} (the service's name) are set at the issuer, for this client alone.
 *
 * @param tokenUri the issuer's token endpoint
 */
@ConfigurationProperties("linli.access.client")
record ClientProperties(URI tokenUri, String id, String secret) {

  @Override
  public String toString() {
    return "client " + id;
  }
}
