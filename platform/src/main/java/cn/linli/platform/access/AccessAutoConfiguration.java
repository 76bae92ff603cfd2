package cn.linli.platform.access;

import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;

/**
 * One security chain with one filter of ours: no sessions, no forms, no cookies, so nothing else of
 * the usual chain has work to do.
 */
@AutoConfiguration(
    beforeName = {
      "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
      "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.reactive.ReactiveOAuth2ResourceServerWebSecurityAutoConfiguration"
    })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@EnableConfigurationProperties(AccessProperties.class)
public class AccessAutoConfiguration {

  /** Where Spring Security puts its filter among the others. */
  private static final int ORDER = -100;

  @Bean
  @Order(ORDER)
  WebFilterChainProxy accessChain(
      AccessProperties properties, Environment environment, CallerMarks marks) {
    var issuers = properties.accepted(List.of(environment.getActiveProfiles()));
    var filter = new AccessFilter(new TokenReader(issuers, marks), properties.openPaths());
    var proxy =
        new WebFilterChainProxy(
            new MatcherSecurityWebFilterChain(
                ServerWebExchangeMatchers.anyExchange(), List.of(filter)));
    // Its patterns over every header cost a tenth of a request; see AccessFilter#isPlain.
    proxy.setFirewall(ServerWebExchangeFirewall.INSECURE_NOOP);
    return proxy;
  }

  /** For a service that calls others; a context that was given a credential keeps that. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("linli.access.client.token-uri")
  @EnableConfigurationProperties(ClientProperties.class)
  static class AsClient {

    @Bean
    @ConditionalOnMissingBean
    ServiceCredential serviceCredential(ClientProperties client) {
      return new ClientCredentials(client);
    }
  }
}
