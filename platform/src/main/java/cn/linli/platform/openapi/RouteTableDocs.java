package cn.linli.platform.openapi;

import cn.linli.platform.web.Download;
import cn.linli.platform.web.Language;
import cn.linli.platform.web.ProblemTexts;
import cn.linli.platform.web.Route;
import cn.linli.platform.web.RouteTable;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds every line of the route tables to the document that springdoc serves. */
final class RouteTableDocs implements OpenApiCustomizer {

  private static final String JSON = "application/json";
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String PROBLEM = "Problem";
  private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)}");

  private final List<RouteTable> tables;
  private final ProblemTexts texts;

  RouteTableDocs(List<RouteTable> tables, ProblemTexts texts) {
    this.tables = tables;
    this.texts = texts;
  }

  @Override
  public void customise(OpenAPI api) {
    var schemas = new Schemas();
    var paths = new Paths();
    tables.stream()
        .flatMap(table -> table.routes().stream())
        .forEach(route -> {
          String path = route.pattern();
          PathItem item = paths.computeIfAbsent(path, _ -> new PathItem());
          item.operation(
              PathItem.HttpMethod.valueOf(route.method().name()), operation(route, schemas));
        });
    api.setPaths(paths);
    api.setServers(null);
    api.setInfo(
        new Info()
            .title("Linli")
            .version("v1")
            .description("Fields may be added, never renamed or retyped. Enums may grow.")
            .license(new License().name("Apache-2.0")));
    var components = new Components();
    schemas.named().forEach(components::addSchemas);
    components.addSchemas(PROBLEM, problem());
    components.addSecuritySchemes(
        "bearer",
        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
    api.setComponents(components);
  }

  private static Operation operation(Route route, Schemas schemas) {
    String resource = route.pattern().replaceFirst("^/api/v1/", "").replaceFirst("/.*$", "");
    var operation =
        new Operation()
            .addTagsItem(resource)
            .operationId(route.method().name().toLowerCase(Locale.ROOT) + id(route))
            .summary(route.about().isEmpty() ? null : route.about());
    var roles = route.roleNames();
    if (!route.isOpen()) {
      operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
      operation.description(roles.isEmpty() ? "Every role." : "Roles: " + String.join(", ", roles));
    }
    var variables = VARIABLE.matcher(route.pattern());
    while (variables.find()) {
      operation.addParametersItem(
          new PathParameter().name(variables.group(1)).schema(new StringSchema()));
    }
    for (var name : route.parameters()) {
      operation.addParametersItem(
          new QueryParameter()
              .name(name)
              .schema(name.equals("limit") ? new IntegerSchema() : new StringSchema()));
    }
    if (route.kind() == Route.Kind.COMMAND) {
      operation.addParametersItem(header("Idempotency-Key", "Makes the command safe to repeat."));
      operation.addParametersItem(header("If-Match", "The version that is to be changed."));
    }
    if (route.body() != null && !isEmptyRecord(route.body())) {
      operation.requestBody(
          new RequestBody().required(true).content(json(schemas.of(route.body()))));
    }
    return operation.responses(responses(route, schemas));
  }

  private static boolean isEmptyRecord(Class<?> body) {
    return body.isRecord() && body.getRecordComponents().length == 0;
  }

  private static HeaderParameter header(String name, String about) {
    var header = new HeaderParameter();
    header.name(name).description(about).schema(new StringSchema().maxLength(128));
    return header;
  }

  private static ApiResponses responses(Route route, Schemas schemas) {
    var responses = new ApiResponses();
    var done = new ApiResponse().description("As GET gives it");
    if (route.reply() == Download.class) {
      done.content(
          new Content()
              .addMediaType(
                  "application/octet-stream",
                  new MediaType().schema(new StringSchema().format("binary"))));
      done.description("The file, with its own media type");
    } else if (route.reply() != null) {
      Schema<?> reply = schemas.of(route.reply());
      done.content(json(route.kind() == Route.Kind.LIST ? page(reply) : reply));
    }
    if (route.kind() == Route.Kind.COMMAND) {
      done.addHeaderObject("ETag", new Header().schema(new StringSchema()));
      done.addHeaderObject("Idempotency-Hit", new Header().schema(new StringSchema()));
      responses.addApiResponse("409", refused("idempotency-conflict"));
      responses.addApiResponse("412", refused("version-conflict"));
      responses.addApiResponse("422", refused("A rule says no: its code."));
      responses.addApiResponse("503", refused("overloaded, outcome-unknown"));
    }
    boolean makes = route.kind() == Route.Kind.COMMAND && !route.pattern().contains("{");
    responses.addApiResponse(makes ? "201" : "200", done);
    responses.addApiResponse("400", refused("malformed-json, invalid-fields"));
    if (!route.isOpen()) {
      responses.addApiResponse("401", refused("unauthenticated, token-expired"));
      responses.addApiResponse("403", refused("out-of-scope, wrong-role, not-yourself"));
    }
    return responses;
  }

  private static Schema<?> page(Schema<?> item) {
    return new ObjectSchema()
        .addProperty("items", new ArraySchema().items(item))
        .addProperty("next", new StringSchema().description("Cursor; null at the end."));
  }

  private static ApiResponse refused(String about) {
    return new ApiResponse()
        .description(about)
        .content(
            new Content()
                .addMediaType(
                    PROBLEM_JSON,
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
  }

  private static Content json(Schema<?> schema) {
    return new Content().addMediaType(JSON, new MediaType().schema(schema));
  }

  /** All codes there are, each with its title: the code is what programs look at. */
  private Schema<?> problem() {
    var code = new StringSchema();
    var about = new StringBuilder("Stable. May grow.\n");
    for (var each : texts.codes(Language.ENGLISH)) {
      code.addEnumItem(each);
      about
          .append("\n- `")
          .append(each)
          .append("` ")
          .append(texts.title(each, Language.ENGLISH))
          .append(" · ")
          .append(texts.title(each, Language.CHINESE));
    }
    var violation =
        new ObjectSchema()
            .addProperty("field", new StringSchema())
            .addProperty("message", new StringSchema());
    return new ObjectSchema()
        .description("RFC 9457")
        .addProperty("type", new StringSchema().format("uri"))
        .addProperty("title", new StringSchema())
        .addProperty("status", new IntegerSchema())
        .addProperty("detail", new StringSchema())
        .addProperty("code", code.description(about.toString()))
        .addProperty("instance", new StringSchema().format("uri-reference"))
        .addProperty("violations", new ArraySchema().items(violation))
        .addProperty("details", new ObjectSchema());
  }

  /** {@code post /api/v1/petitions/{id}/escalate} is {@code post-petitions-id-escalate}. */
  private static String id(Route route) {
    return route
        .pattern()
        .replaceFirst("^/api/v1", "")
        .replaceAll("[{}]", "")
        .replaceAll("[^A-Za-z0-9]+", "-");
  }
}
