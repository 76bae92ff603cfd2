package cn.linli.gateway.routing;

import java.util.List;
import java.util.Map;

/** Which paths belong to which service. Source: outer contract. */
final class ServicePaths {

  private static final String CONFIG = "/api/v1/config/";

  static final Map<String, List<String>> BY_SERVICE =
      Map.of(
          "petition",
              List.of(
                  "/api/v1/petitions/**",
                  "/api/v1/tracking/**",
                  "/api/v1/visits/**",
                  "/api/v1/notices/**",
                  "/api/v1/attachments/**",
                  "/api/v1/jobs/**",
                  "/api/v1/divisions/import",
                  "/api/v1/calendar/import",
                  CONFIG + "limits/**",
                  CONFIG + "rungs/**",
                  CONFIG + "routing/**",
                  CONFIG + "admission-lists/**",
                  CONFIG + "assist-lists/**",
                  CONFIG + "categories/**",
                  CONFIG + "calendars/**",
                  CONFIG + "seats/**",
                  CONFIG + "targets/**",
                  CONFIG + "retention/**"),
          "mediation",
              List.of(
                  "/api/v1/disputes/**",
                  "/api/v1/mediators/**",
                  "/api/v1/committees/**",
                  CONFIG + "mechanisms/**",
                  CONFIG + "pathways/**"),
          "timebank", List.of("/api/v1/bank/**", CONFIG + "schemes/**", CONFIG + "deeds/**"),
          "community", List.of("/api/v1/community/**"));

  private ServicePaths() {}
}
