package cn.linli.platform.access;

/** Makes the mark that stands for a person; keyed, so that nobody computes it from a name. */
@FunctionalInterface
public interface CallerMarks {
  String mark(String issuer, String subject);
}
