package cn.linli.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents say what the records say. With {@code -Dlinli.events.regenerate=true} they are
 * written anew, unless the change is incompatible; {@code =forced} takes that too.
 */
class DocumentsTest {

  private static final Path ROOT = Path.of(System.getProperty("linli.root", ".."));
  private static final Path DOCS = ROOT.resolve("docs/events");
  private static final Path ASYNC_API =
      ROOT.resolve("events/src/main/resources/cn/linli/events/asyncapi.yaml");
  private static final String SUFFIX = ".schema.json";

  private final JsonMapper mapper = JsonMapper.builder().build();

  @Test
  void schemasCatalogueAndAsyncApiAreThoseOfTheRecords() throws IOException {
    var schemas = new EventSchemas(RecordDocs.read(ROOT.resolve("events/src/main/java"))).all();
    String regenerate = System.getProperty("linli.events.regenerate", "false");
    if (!regenerate.equals("forced")) {
      assertThat(Compatibility.breaks(kept(), schemas))
          .as("incompatible changes: write a new version of the event instead")
          .isEmpty();
    }
    Map<Path, String> documents = documents(schemas);
    if (!regenerate.equals("false")) {
      write(documents);
    }
    assertThat(files().keySet())
        .as("files in docs/events: run with -Dlinli.events.regenerate=true")
        .isEqualTo(documents.keySet());
    assertThat(files())
        .as("documents drifted from the records: run with -Dlinli.events.regenerate=true")
        .isEqualTo(documents);
  }

  private static Map<Path, String> documents(Map<String, ObjectNode> schemas) {
    var documents = new TreeMap<Path, String>();
    schemas.forEach((type, schema) -> documents.put(DOCS.resolve(type + SUFFIX), pretty(schema)));
    documents.put(DOCS.resolve("README.md"), Catalogue.markdown(schemas));
    documents.put(ASYNC_API, AsyncApi.yaml(schemas));
    return documents;
  }

  private static String pretty(ObjectNode schema) {
    return schema.toPrettyString().replace("\r\n", "\n") + "\n";
  }

  private Map<String, JsonNode> kept() throws IOException {
    var kept = new TreeMap<String, JsonNode>();
    for (var file : files().entrySet()) {
      String name = file.getKey().getFileName().toString();
      if (name.endsWith(SUFFIX)) {
        kept.put(
            name.substring(0, name.length() - SUFFIX.length()), mapper.readTree(file.getValue()));
      }
    }
    return kept;
  }

  private static Map<Path, String> files() throws IOException {
    var files = new TreeMap<Path, String>();
    if (Files.isDirectory(DOCS)) {
      try (var paths = Files.list(DOCS)) {
        for (Path path : paths.toList()) {
          files.put(path, Files.readString(path));
        }
      }
    }
    if (Files.exists(ASYNC_API)) {
      files.put(ASYNC_API, Files.readString(ASYNC_API));
    }
    return files;
  }

  private static void write(Map<Path, String> documents) throws IOException {
    for (Path old : files().keySet()) {
      Files.delete(old);
    }
    for (var document : documents.entrySet()) {
      Files.createDirectories(document.getKey().getParent());
      Files.writeString(document.getKey(), document.getValue());
    }
  }
}
