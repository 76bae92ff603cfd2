package cn.linli.events.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the Javadoc of the records says, read from their sources, so that docs are written once. */
final class RecordDocs {

  private final Map<String, String> summaries = new HashMap<>();
  private final Map<String, String> parameters = new HashMap<>();

  static RecordDocs read(Path sources) throws IOException {
    var docs = new RecordDocs();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, null);
        var paths = Files.walk(sources)) {
      var java = paths.filter(path -> path.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
      DocTrees trees = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        docs.new Reader(trees).scan(unit, null);
      }
    }
    return docs;
  }

  /** The text above the type, or null. */
  @Nullable String summary(Class<?> type) {
    return summaries.get(type.getCanonicalName());
  }

  @Nullable String parameter(Class<?> type, String component) {
    return parameters.get(type.getCanonicalName() + "." + component);
  }

  private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees trees;

    Reader(DocTrees trees) {
      this.trees = trees;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
      DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        String name = canonicalName(getCurrentPath());
        String summary = text(comment.getFullBody());
        if (!summary.isEmpty()) {
          summaries.put(name, summary);
        }
        for (DocTree tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree param) {
            parameters.put(name + "." + param.getName(), text(param.getDescription()));
          }
        }
      }
      return super.visitClass(type, none);
    }

    private static String canonicalName(TreePath path) {
      var name = new StringBuilder(((ClassTree) path.getLeaf()).getSimpleName());
      for (TreePath above = path.getParentPath(); above != null; above = above.getParentPath()) {
        if (above.getLeaf() instanceof ClassTree outer) {
          name.insert(0, outer.getSimpleName() + ".");
        }
      }
      return path.getCompilationUnit().getPackageName() + "." + name;
    }

    /** The printer of doc trees escapes what is not ASCII. */
    private static String text(List<? extends DocTree> parts) {
      return Pattern.compile("\\\\u+([0-9a-f]{4})")
          .matcher(parts.stream().map(DocTree::toString).collect(Collectors.joining()))
          .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)))
          .replaceAll("\\{@(?:code|link|value)\\s+(?:[\\w.]+#)?#?([^}]*)}", "$1")
          .replaceAll("</?\\w+>", "")
          .replaceAll("\\s+", " ")
          .strip();
    }
  }
}
