package cn.linli.mediation.casework;

import cn.linli.events.mediation.Bench;
import cn.linli.events.mediation.CaseNumber;
import cn.linli.events.mediation.CaseNumberEvent.CaseNumbered;
import cn.linli.events.mediation.MediationEvent;
import cn.linli.mediation.domain.Actor;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.DisputeCommand;
import cn.linli.mediation.domain.DisputeRules;
import cn.linli.mediation.domain.HandOverCommand;
import cn.linli.mediation.domain.HandOvers;
import cn.linli.mediation.domain.NoticeCommand;
import cn.linli.mediation.domain.RiskCommand;
import cn.linli.mediation.domain.Voice;
import cn.linli.platform.access.Caller;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.casework.Recorded;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.Command.Change;
import cn.linli.platform.commit.Command.Verdict;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.decide.Decision;
import cn.linli.platform.decide.Refusal;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** From a call on one dispute to its command: who may see it is decided with the rule itself. */
public final class Acting {

  private final Vault vault;
  private final Attachments attachments;
  private final FactsBook facts;

  public Acting(Vault vault, Attachments attachments, FactsBook facts) {
    this.vault = vault;
    this.attachments = attachments;
    this.facts = facts;
  }

  /** What an act brings: its words go into the vault, its files into the case. */
  public final class Brought {

    private final Words words;
    private final List<String> files = new ArrayList<>();

    private Brought(Words words) {
      this.words = words;
    }

    /** The reference under which free text lies from now on. */
    public String seal(String text) {
      return words.seal(text);
    }

    public @Nullable String sealIfAny(@Nullable String text) {
      return words.sealIfAny(text);
    }

    /** A record of texts. */
    public String sealRecord(Object content) {
      return words.seal(null, content);
    }

    /** Only who uploaded a file may name it. */
    public List<String> files(@Nullable List<String> named) {
      List<String> all = named == null ? List.of() : List.copyOf(named);
      files.addAll(all);
      return all;
    }

    /**
     * For which party the caller acts.
     *
     * @param party its number, as the body names it
     * @param recorded evidence, where somebody else writes it down for the party
     */
    public Voice voice(@Nullable String party, @Nullable Recorded recorded) {
      return new Voice(
          party,
          recorded == null
              ? null
              : new Voice.Recorded(sealIfAny(recorded.words()), files(recorded.files())));
    }

    public Words words() {
      return words;
    }
  }

  /** An act on the dispute of the path. */
  public <B> Command act(Call<B> call, BiFunction<B, Brought, DisputeCommand> asks) {
    StreamId stream = DisputeStream.fromPath(call.path("id"));
    return act(call, stream, List.of(stream), asks);
  }

  /**
   * Acceptance by a committee: its next number is taken in the same commit.
   *
   * @param bench the committee
   * @param asks what is asked, without the number
   */
  public <B> Command accept(Call<B> call, Bench bench, Numbering asks) {
    String committee = Objects.requireNonNull(bench.committee(), "peacemakers number no cases");
    StreamId stream = DisputeStream.fromPath(call.path("id"));
    StreamId numbers = CaseNumbers.stream(committee);
    Caller caller = call.caller();
    return call.command(
        200,
        List.of(stream, numbers),
        List.of(),
        streams -> {
          var next = streams.state(numbers, CaseNumbers.Last.class).next(committee, streams.at());
          Dispute dispute = streams.state(stream, Dispute.class);
          return switch (decide(asks.accept(next), dispute, caller, streams)) {
            case Decision.Refused<MediationEvent>(var refusal) -> new Verdict.Refuse(refusal);
            case Decision.Accepted<MediationEvent>(var events) ->
                new Verdict.Accept(
                    List.of(
                        new Change(stream, events),
                        new Change(numbers, List.of(new CaseNumbered(next, stream.key())))));
          };
        });
  }

  /** A command that takes a case number. */
  @FunctionalInterface
  public interface Numbering {
    DisputeCommand accept(CaseNumber number);
  }

  private <B> Command act(
      Call<B> call,
      StreamId stream,
      List<StreamId> streams,
      BiFunction<B, Brought, DisputeCommand> asks) {
    var brought = new Brought(new Words(vault.sealing(stream, call.commandId())));
    DisputeCommand command = asks.apply(call.body(), brought);
    attachments.claim(brought.words.sealing(), stream, null, call.caller().mark(), brought.files);
    Caller caller = call.caller();
    return call.command(
        200,
        streams,
        brought.words.besides(),
        brought.words.documents(),
        touched ->
            switch (decide(command, touched.state(stream, Dispute.class), caller, touched)) {
              case Decision.Refused<MediationEvent>(var refusal) -> new Verdict.Refuse(refusal);
              case Decision.Accepted<MediationEvent>(var events) ->
                  new Verdict.Accept(List.of(new Change(stream, events)));
            });
  }

  private Decision<MediationEvent> decide(
      DisputeCommand command, Dispute dispute, Caller caller, Command.Streams streams) {
    Actor actor = Actors.of(caller);
    boolean told =
        isForStrangers(command)
            || command instanceof HandOverCommand.RecordReceipt receipt
                && dispute.exists()
                && HandOvers.receives(dispute, receipt.handOver(), actor);
    Refusal hidden = told ? null : hidden(dispute, caller);
    return hidden == null
        ? DisputeRules.decide(command, dispute, facts.at(streams.at(), actor))
        : Decision.refuse(hidden);
  }

  /** Their rules say who may, and tell who may not nothing. */
  private static boolean isForStrangers(DisputeCommand command) {
    return command instanceof DisputeCommand.Join
        || command instanceof RiskCommand.AcknowledgeRisk
        || command instanceof NoticeCommand.MarkDelivered;
  }

  /** Who joins with a code does not see the dispute yet; everybody else has to. */
  private static @Nullable Refusal hidden(Dispute dispute, Caller caller) {
    if (!dispute.exists()) {
      return Refusal.of("not-found");
    }
    return switch (Reach.of(dispute, caller)) {
      case HIDDEN -> Refusal.of("not-found");
      case OUT_OF_SCOPE -> Refusal.of("out-of-scope");
      case OPEN -> null;
    };
  }
}
