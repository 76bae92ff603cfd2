package cn.linli.petition.importing;

import cn.linli.petition.casework.Actors;
import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.FiledContent;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.domain.PetitionCommand;
import cn.linli.petition.domain.PetitionRules;
import cn.linli.platform.access.Caller;
import cn.linli.platform.casework.Words;
import cn.linli.platform.commit.Command;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Sketch;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.Ids;
import java.util.Base64;
import java.util.List;

/**
 * Makes the command of a row. Its id follows from client and external id, so a row that comes again
 * is the same command, in this file or in another.
 */
final class ImportCommands {

  private static final int CREATED = 201;

  private final Vault vault;
  private final KeyedHash hash;
  private final Ids ids;
  private final Sketch sketch;
  private final FactsBook facts;
  private final ExternalIds externalIds;

  ImportCommands(
      Vault vault,
      KeyedHash hash,
      Ids ids,
      Sketch sketch,
      FactsBook facts,
      ExternalIds externalIds) {
    this.vault = vault;
    this.hash = hash;
    this.ids = ids;
    this.sketch = sketch;
    this.facts = facts;
    this.externalIds = externalIds;
  }

  /**
   * @param correlation thread of the whole import
   * @param causation the import and the row's number
   */
  Command of(ImportItem item, Caller caller, String correlation, String causation) {
    String mark = externalIds.mark(caller, item.externalId());
    String commandId = hash.of("import", mark);
    StreamId stream = PetitionStream.of(ids.derived(commandId, "petition"));
    var words = new Words(vault.sealingNew(stream, commandId));
    PetitionCommand.Import asks = asks(item, words, mark);
    var actor = Actors.of(caller);
    return new Command(
        commandId,
        true,
        inputHash(item),
        externalIds.streams(stream, mark),
        null,
        caller.by(),
        correlation,
        causation,
        CREATED,
        words.documents(),
        externalIds.filing(
            stream,
            mark,
            (petition, at) ->
                PetitionRules.decide(asks, petition, facts.at(at, actor, item.division()))));
  }

  private PetitionCommand.Import asks(ImportItem item, Words words, String mark) {
    String description = item.description() == null ? "" : item.description();
    var content =
        new FiledContent(item.title(), description, null, null, null, null, null, List.of());
    return new PetitionCommand.Import(
        item.kind(),
        item.channel(),
        item.category(),
        item.division(),
        item.submittedAt(),
        item.dateOnly(),
        words.seal(null, content),
        mark,
        Base64.getEncoder().encodeToString(sketch.of(content.searched()).getData()),
        item.repliedAt(),
        words.sealIfAny(item.result()),
        item.level());
  }

  /** What the source says; where we placed it may change with the tree of divisions. */
  private String inputHash(ImportItem item) {
    return hash.of(
        "import-row",
        item.title(),
        String.valueOf(item.description()),
        item.submittedAt().toString(),
        String.valueOf(item.repliedAt()),
        String.valueOf(item.result()));
  }
}
