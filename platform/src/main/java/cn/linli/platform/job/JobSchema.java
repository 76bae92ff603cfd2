package cn.linli.platform.job;

import cn.linli.platform.journal.Schema;
import java.util.List;
import org.bson.Document;

/** Collections of jobs, for the service's migration step. */
public final class JobSchema {

  static final String JOBS = "jobs";
  static final String ROWS = "job_rows";
  static final String FILES = "job_files";

  private JobSchema() {}

  public static List<Schema.Part> parts() {
    return List.of(jobs(), rows(), files());
  }

  public static Schema.Part jobs() {
    return new Schema.Part(JOBS, List.of(Schema.Index.on(new Document("st", 1).append("at", 1))));
  }

  public static Schema.Part rows() {
    return new Schema.Part(ROWS, List.of());
  }

  public static Schema.Part files() {
    return new Schema.Part(FILES, List.of());
  }
}
