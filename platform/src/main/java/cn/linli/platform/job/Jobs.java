package cn.linli.platform.job;

import cn.linli.platform.access.Caller;
import cn.linli.platform.vault.Secrets;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Where jobs are kept. Blocking: for virtual threads. */
public final class Jobs {

  /** An instance that has not reported for so long has ended; another takes its job. */
  static final Duration LEASE = Duration.ofSeconds(15);

  /** A file that came in and was never worked on: its request ended in the middle. */
  private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

  private final MongoCollection<Document> jobs;
  private final MongoCollection<Document> rows;
  private final JobFiles files;
  private final Clock clock;

  public Jobs(MongoDatabase database, Secrets secrets, Clock clock) {
    this.jobs = Durable.collection(database, JobSchema.JOBS);
    this.rows = Durable.collection(database, JobSchema.ROWS);
    this.files = new JobFiles(database, secrets);
    this.clock = clock;
  }

  /** Takes the input in; nothing is done with it before {@link #queue}. */
  public Job receive(
      String id, String kind, Caller caller, Map<String, String> parameters, InputStream file)
      throws IOException {
    var job = fresh(id, kind, caller, parameters, Job.State.RECEIVING);
    jobs.insertOne(JobDocument.of(job));
    files.write(id, file);
    return job;
  }

  /** A job without a file: from now on it is done, whatever becomes of this process. */
  public Job order(String id, String kind, Caller caller) {
    var job = fresh(id, kind, caller, Map.of(), Job.State.QUEUED);
    jobs.insertOne(JobDocument.of(job));
    return job;
  }

  private Job fresh(
      String id, String kind, Caller caller, Map<String, String> parameters, Job.State state) {
    return new Job(
        id,
        kind,
        caller.by(),
        caller.scope().value(),
        parameters,
        state,
        0,
        Map.of(),
        Map.of(),
        null,
        clock.instant(),
        null);
  }

  /** The oldest job of a kind that waits or runs. */
  public Optional<Job> underWay(String kind) {
    var waitsOrRuns = List.of(Job.State.QUEUED.wire(), Job.State.RUNNING.wire());
    return Optional.ofNullable(
            jobs.find(Filters.and(Filters.in("st", waitsOrRuns), Filters.eq("k", kind)))
                .sort(Sorts.ascending("at"))
                .first())
        .map(JobDocument::job);
  }

  public InputStream file(Job job) {
    return files.read(job.id());
  }

  /** From now on it is done, whatever becomes of this process. */
  public void queue(Job job) {
    jobs.updateOne(Filters.eq("_id", job.id()), Updates.set("st", Job.State.QUEUED.wire()));
  }

  /** Nothing of it is left. */
  public void remove(Job job) {
    files.delete(job.id());
    rows.deleteMany(JobFiles.ofJob(job.id()));
    jobs.deleteOne(Filters.eq("_id", job.id()));
  }

  public Optional<Job> find(String id) {
    return Optional.ofNullable(jobs.find(Filters.eq("_id", id)).first()).map(JobDocument::job);
  }

  /**
   * Rejected rows in their order.
   *
   * @param afterRow 0: from the first
   */
  public List<RejectedRow> rejected(String job, long afterRow, int limit) {
    var found = new ArrayList<RejectedRow>();
    rows.find(Filters.and(Filters.gt("_id", rowId(job, afterRow)), Filters.lt("_id", job + "0")))
        .sort(Sorts.ascending("_id"))
        .limit(limit)
        .forEach(row ->
            found.add(
                new RejectedRow(
                    ((Number) row.get("r")).longValue(), row.getString("c"), row.getString("f"))));
    return found;
  }

  /** The oldest job that nobody works on. */
  Optional<JobRun> claim(String owner) {
    var now = clock.instant();
    Bson free =
        Filters.or(
            Filters.eq("st", Job.State.QUEUED.wire()),
            Filters.and(
                Filters.eq("st", Job.State.RUNNING.wire()), Filters.lt("until", Date.from(now))));
    Document claimed =
        jobs.findOneAndUpdate(
            free,
            Updates.combine(
                Updates.set("st", Job.State.RUNNING.wire()),
                Updates.set("own", owner),
                Updates.inc("ep", 1L),
                Updates.set("until", Date.from(now.plus(LEASE)))),
            new FindOneAndUpdateOptions()
                .sort(Sorts.ascending("at"))
                .returnDocument(ReturnDocument.AFTER));
    return Optional.ofNullable(claimed)
        .map(found -> new JobRun(this, JobDocument.job(found), found.getLong("ep")));
  }

  /**
   * @throws JobLost if another instance has taken it
   */
  void checkpoint(Job job, long epoch, long rowsDone, Map<String, Long> counts) {
    update(
        job,
        epoch,
        Updates.combine(
            Updates.set("rows", rowsDone),
            Updates.set("n", new Document(new HashMap<String, Object>(counts))),
            Updates.set("until", Date.from(clock.instant().plus(LEASE)))));
  }

  void tell(Job job, long epoch, String name, String value) {
    update(job, epoch, Updates.set("res." + name, value));
  }

  void finish(Job job, long epoch, Job.State state, @Nullable String failure) {
    update(
        job,
        epoch,
        Updates.combine(
            Updates.set("st", state.wire()),
            Updates.set("fail", failure),
            Updates.set("end", Date.from(clock.instant()))));
    files.delete(job.id());
  }

  private void update(Job job, long epoch, Bson update) {
    var mine = Filters.and(Filters.eq("_id", job.id()), Filters.eq("ep", epoch));
    if (jobs.updateOne(mine, update).getMatchedCount() == 0) {
      throw new JobLost();
    }
  }

  /** Written before the checkpoint that counts them; the same row twice is one row. */
  void reject(Job job, List<RejectedRow> rejected) {
    for (var row : rejected) {
      rows.replaceOne(
          Filters.eq("_id", rowId(job.id(), row.row())),
          new Document("_id", rowId(job.id(), row.row()))
              .append("r", row.row())
              .append("c", row.code())
              .append("f", row.field()),
          new com.mongodb.client.model.ReplaceOptions().upsert(true));
    }
  }

  /** Removes what requests left behind that ended in the middle. */
  void sweep() {
    Instant before = clock.instant().minus(ABANDONED_AFTER);
    jobs.find(
            Filters.and(
                Filters.eq("st", Job.State.RECEIVING.wire()), Filters.lt("at", Date.from(before))))
        .forEach(found -> remove(JobDocument.job(found)));
  }

  private static String rowId(String job, long row) {
    return "%s/%012d".formatted(job, row);
  }
}
