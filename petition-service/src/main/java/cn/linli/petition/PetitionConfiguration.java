package cn.linli.petition;

import cn.linli.petition.casework.Acting;
import cn.linli.petition.casework.Claim;
import cn.linli.petition.casework.ExternalIds;
import cn.linli.petition.casework.FactsBook;
import cn.linli.petition.casework.Mains;
import cn.linli.petition.casework.PetitionKind;
import cn.linli.petition.casework.PetitionStates;
import cn.linli.petition.casework.PetitionStream;
import cn.linli.petition.casework.Reach;
import cn.linli.petition.reply.PetitionShown;
import cn.linli.platform.attachment.AttachmentAccess;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.config.ConfigBeans;
import cn.linli.platform.config.Configuration;
import cn.linli.platform.config.OwnTables;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.job.JobBeans;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.places.DivisionBeans;
import cn.linli.platform.search.SearchBeans;
import cn.linli.platform.threads.ThreadAccess;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Secrets;
import cn.linli.platform.vault.TrackingCode;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What all capabilities of the service share. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@Import({ConfigBeans.class, DivisionBeans.class, JobBeans.class, SearchBeans.class})
@EnableConfigurationProperties(PetitionProperties.class)
class PetitionConfiguration {

  @Bean
  OwnTables ownTables() {
    return OwnTables.allBut(
        ConfigName.MECHANISMS, ConfigName.PATHWAYS, ConfigName.SCHEMES, ConfigName.DEEDS);
  }

  @Bean
  FactsBook factsBook(
      Configuration tables, PetitionProperties properties, KeyedHash hash, Divisions divisions) {
    return new FactsBook(tables, properties.habits(), hash, divisions);
  }

  @Bean
  Reach reach(FactsBook facts) {
    return new Reach(facts);
  }

  @Bean
  PetitionKind petitionKind(FactsBook facts) {
    return new PetitionKind(facts);
  }

  @Bean
  Claim.External externalClaimKind() {
    return new Claim.External();
  }

  @Bean
  Schema.Parts parts() {
    return PetitionStore.parts();
  }

  @Bean
  PetitionStates petitionStates(
      MongoDatabase database, Kinds kinds, PetitionKind kind, Secrets secrets) {
    return new PetitionStates(database, new StateStore(database, kinds), kind, secrets.sketch());
  }

  @Bean
  ExternalIds externalIds(KeyedHash hash, MongoDatabase database) {
    return new ExternalIds(hash, database);
  }

  @Bean
  Mains mains(PetitionStates states) {
    return new Mains(states);
  }

  @Bean
  Acting acting(Vault vault, Attachments attachments, FactsBook facts, Reach reach) {
    return new Acting(vault, attachments, facts, reach);
  }

  @Bean
  PetitionShown petitionShown(
      PetitionStates states,
      Vault vault,
      TrackingCode codes,
      Reach reach,
      FactsBook facts,
      Clock clock) {
    return new PetitionShown(states, vault, codes, reach, facts, clock);
  }

  /** Whoever may read a request may read its files; residents those they are shown. */
  @Bean
  AttachmentAccess attachmentAccess(PetitionStates states, Reach reach) {
    return (caller, caseKey, attachment) ->
        states
            .find(PetitionStream.of(caseKey))
            .filter(stored -> reach.of(stored.petition(), caller) == Reach.View.OPEN)
            .filter(stored -> Reach.shows(stored.petition(), attachment, caller))
            .isPresent();
  }

  /** Whoever may read a request may follow its thread; claims and the like tell nobody anything. */
  @Bean
  ThreadAccess threadAccess(PetitionStates states, Reach reach) {
    return (caller, stream) ->
        Optional.of(stream)
            .filter(it -> it.equals(PetitionStream.of(it.key())))
            .flatMap(states::find)
            .filter(stored -> reach.of(stored.petition(), caller) == Reach.View.OPEN)
            .map(stored -> "/api/v1/petitions/" + stored.id());
  }
}
