package cn.linli.petition.importing;

import cn.linli.platform.access.ActorRef;
import cn.linli.platform.access.Caller;
import cn.linli.platform.access.Role;
import cn.linli.platform.commit.CommandGate;
import cn.linli.platform.commit.JournalEntry;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.tables.CategoryTree;
import cn.linli.platform.division.DivisionCode;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.job.Job;
import cn.linli.platform.job.JobFailed;
import cn.linli.platform.job.JobHandler;
import cn.linli.platform.job.JobRun;
import cn.linli.platform.job.Jobs;
import com.mongodb.ReadConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Imports files: a short one while its caller waits, a long one as a job. */
final class Importer implements JobHandler {

  static final String KIND = "petition-import";

  private static final String ORGANISATION = "organisation";
  private static final String DIVISION = "division";
  private static final String CORRELATION = "correlation";
  private static final int ROWS_BETWEEN_CHECKPOINTS = 500;
  private static final long NANOS_BETWEEN_CHECKPOINTS = Duration.ofSeconds(3).toNanos();

  private final Jobs jobs;
  private final CommandGate gate;
  private final ImportCommands commands;
  private final Divisions divisions;
  private final Configuration tables;
  private final MongoCollection<Document> journal;
  private final PlaceMap placeMap = PlaceMap.shipped();

  Importer(
      Jobs jobs,
      CommandGate gate,
      ImportCommands commands,
      Divisions divisions,
      Configuration tables,
      MongoDatabase database) {
    this.jobs = jobs;
    this.gate = gate;
    this.commands = commands;
    this.divisions = divisions;
    this.tables = tables;
    this.journal =
        database.getCollection(JournalEntry.COLLECTION).withReadConcern(ReadConcern.MAJORITY);
  }

  static Map<String, String> parameters(
      Caller caller, @Nullable DivisionCode division, String correlation) {
    var parameters = new HashMap<String, String>();
    parameters.put(CORRELATION, correlation);
    if (caller.organisation() != null) {
      parameters.put(ORGANISATION, caller.organisation());
    }
    if (division != null) {
      parameters.put(DIVISION, division.value());
    }
    return parameters;
  }

  /** Whether the file has more rows than that; also finds out whether it can be read at all. */
  boolean hasMoreRowsThan(Job job, int limit) throws IOException {
    try (var rows = Rows.open(jobs.file(job))) {
      int count = 0;
      while (rows.hasNext() && count <= limit) {
        rows.next();
        count++;
      }
      return count > limit;
    }
  }

  /** While the caller waits. */
  Tally runNow(Job job) throws IOException, InterruptedException {
    var tally = new Tally();
    try (var rows = Rows.open(jobs.file(job))) {
      run(job, (stream, causation) -> false).run(rows, 0, tally, (row, counts) -> {});
    }
    return tally;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(JobRun run) throws JobFailed, IOException, InterruptedException {
    Job job = run.job();
    Tally tally = Tally.from(job.counts());
    var progress = new Checkpoints(run);
    try (var rows = Rows.open(run.file())) {
      BiPredicate<StreamId, String> isOurs =
          run.resumed() ? this::wasMadeBy : (stream, causation) -> false;
      run(job, isOurs).run(rows, job.rows(), tally, progress);
      progress.last(tally);
    } catch (BadFile e) {
      throw new JobFailed(e.code());
    }
  }

  private ImportRun run(Job job, BiPredicate<StreamId, String> isOurs) {
    Caller caller = caller(job);
    String division = job.parameters().get(DIVISION);
    var places =
        new Places(
            divisions.now(),
            caller.scope(),
            division == null ? null : DivisionCode.of(division),
            placeMap);
    var parser = new RowParser(places, place -> tables.table(CategoryTree.class, place));
    String correlation = job.parameters().getOrDefault(CORRELATION, job.id());
    return new ImportRun(gate, commands, parser, caller, job.id(), correlation, isOurs);
  }

  /** The caller as the token said it then: {@code role@division#mark}. */
  private static Caller caller(Job job) {
    String role = job.by().substring(0, job.by().indexOf('@'));
    String mark = ActorRef.mark(job.by());
    return new Caller(
        mark,
        Role.ofWire(role).orElseThrow(),
        DivisionCode.of(job.scope()),
        job.parameters().get(ORGANISATION));
  }

  /** The first commit of a request names what caused it. */
  private boolean wasMadeBy(StreamId stream, String causation) {
    Document first =
        journal
            .find(Filters.eq("_id", "%s:%010d".formatted(stream, 1)))
            .projection(Projections.include("cau"))
            .first();
    return first != null && causation.equals(first.getString("cau"));
  }

  /** Often enough for the lease, seldom enough to cost nothing. */
  private static final class Checkpoints implements ImportRun.Progress {

    private final JobRun run;
    private long rows;
    private long rowsWritten;
    private long writtenAt = System.nanoTime();

    Checkpoints(JobRun run) {
      this.run = run;
      this.rows = run.job().rows();
      this.rowsWritten = rows;
    }

    @Override
    public void after(long row, Tally tally) {
      rows = row;
      if (rows - rowsWritten >= ROWS_BETWEEN_CHECKPOINTS
          || System.nanoTime() - writtenAt > NANOS_BETWEEN_CHECKPOINTS) {
        last(tally);
      }
    }

    void last(Tally tally) {
      run.checkpoint(rows, tally.counts(), tally.drainRejected());
      rowsWritten = rows;
      writtenAt = System.nanoTime();
    }
  }
}
