package cn.linli.platform.config.tables;

/**
 * A cell that keeps a table from being used.
 *
 * @param field path of the cell as in the JSON, for instance {@code classes.complaint.answer}
 * @param problem what is wrong with it, in English, without a value
 */
public record Flaw(String field, String problem) {

  static final String MISSING = "is missing";
}
