package cn.linli.platform.config.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a category tree from CSV, in either of two forms: {@code code,parent,zh,en}, or {@code
 * level1,level2,level3} with names only, one leaf a line. In the second form a code is made of the
 * names from the top down, so the same taxonomy always gets the same codes.
 */
public final class CategoryCsv {

  private static final int CODE_HEX_DIGITS = 10;
  private static final List<String> LEVELS = List.of("level1", "level2", "level3");

  private CategoryCsv() {}

  /** Not checked yet: ask the tree for its flaws. */
  public static CategoryTree read(Reader csv) {
    var categories = new LinkedHashMap<String, Category>();
    var withCodes = new ArrayList<Category>();
    for (var row : CsvReader.builder().ofNamedCsvRecord(csv)) {
      if (row.findField("code").isPresent()) {
        withCodes.add(
            new Category(
                text(row, "code", ""), field(row, "parent"), text(row, "zh", ""), english(row)));
      } else {
        addPath(row, categories);
      }
    }
    withCodes.addAll(categories.values());
    return new CategoryTree(withCodes);
  }

  private static void addPath(NamedCsvRecord row, Map<String, Category> categories) {
    String path = "";
    String parent = null;
    for (String level : LEVELS) {
      String name = field(row, level);
      if (name == null) {
        return;
      }
      path = path + "/" + name;
      String code = code(path);
      categories.putIfAbsent(code, new Category(code, parent, name, name));
      parent = code;
    }
  }

  static String code(String path) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8));
      return "c" + HexFormat.of().formatHex(hash).substring(0, CODE_HEX_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String english(NamedCsvRecord row) {
    return text(row, "en", text(row, "zh", ""));
  }

  private static String text(NamedCsvRecord row, String column, String otherwise) {
    String text = field(row, column);
    return text == null ? otherwise : text;
  }

  private static @Nullable String field(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }
}
