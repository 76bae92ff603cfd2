package cn.linli.mediation;

import cn.linli.mediation.casework.Acting;
import cn.linli.mediation.casework.Benches;
import cn.linli.mediation.casework.CaseNumbers;
import cn.linli.mediation.casework.Discretion;
import cn.linli.mediation.casework.DisputeCases;
import cn.linli.mediation.casework.DisputeStream;
import cn.linli.mediation.casework.FactsBook;
import cn.linli.mediation.casework.Reach;
import cn.linli.mediation.domain.Dispute;
import cn.linli.mediation.domain.roster.Committee;
import cn.linli.mediation.erasure.Keeping;
import cn.linli.mediation.reply.DisputeShown;
import cn.linli.platform.access.Caller;
import cn.linli.platform.attachment.AttachmentAccess;
import cn.linli.platform.attachment.Attachments;
import cn.linli.platform.calendar.WorkCalendar;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.commit.StreamId;
import cn.linli.platform.config.ConfigBeans;
import cn.linli.platform.config.OwnTables;
import cn.linli.platform.config.tables.ConfigName;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.job.JobBeans;
import cn.linli.platform.journal.Schema;
import cn.linli.platform.search.SearchBeans;
import cn.linli.platform.threads.ThreadAccess;
import cn.linli.platform.vault.Vault;
import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What all capabilities of the service share. */
@Configuration(proxyBeanMethods = false)
@Import({ConfigBeans.class, JobBeans.class, SearchBeans.class})
@EnableConfigurationProperties(MediationProperties.class)
class MediationConfiguration {

  @Bean
  FactsBook factsBook(MediationProperties properties) {
    return new FactsBook(WorkCalendar.national(), properties.settings());
  }

  @Bean
  Keeping keeping(MediationProperties properties) {
    return new Keeping(properties.keepMonths());
  }

  @Bean
  DisputeCases disputeCases(FactsBook facts) {
    return new DisputeCases(facts);
  }

  @Bean
  CaseNumbers caseNumbers() {
    return new CaseNumbers();
  }

  @Bean
  Schema.Parts parts() {
    return MediationStore.parts();
  }

  @Bean
  OwnTables ownTables() {
    return OwnTables.of(ConfigName.MECHANISMS, ConfigName.PATHWAYS);
  }

  @Bean
  CaseStates<Dispute> disputeStates(MongoDatabase database, Kinds kinds, DisputeCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  Benches benches(Divisions divisions, CaseStates<Committee> register, Vault vault) {
    return new Benches(divisions, register, vault);
  }

  @Bean
  Acting acting(Vault vault, Attachments attachments, FactsBook facts) {
    return new Acting(vault, attachments, facts);
  }

  @Bean
  DisputeShown disputeShown(CaseStates<Dispute> states, Vault vault, Benches benches) {
    return new DisputeShown(states, vault, benches, WorkCalendar.national());
  }

  /** Whoever may read a dispute may read its files. */
  @Bean
  AttachmentAccess attachmentAccess(CaseStates<Dispute> states) {
    return (caller, caseKey, attachment) ->
        states
            .find(DisputeStream.of(caseKey))
            .filter(stored -> Reach.of(stored.state(), caller) == Reach.View.OPEN)
            .isPresent();
  }

  /**
   * Whoever may read a dispute may follow its thread; numbers and the like tell nobody anything.
   */
  @Bean
  ThreadAccess threadAccess(CaseStates<Dispute> states) {
    return new ThreadAccess() {
      @Override
      public Optional<String> resource(Caller caller, StreamId stream) {
        return Optional.of(stream)
            .filter(it -> it.equals(DisputeStream.of(it.key())))
            .flatMap(states::find)
            .filter(stored -> Reach.of(stored.state(), caller) == Reach.View.OPEN)
            .map(stored -> "/api/v1/disputes/" + stored.id());
      }

      @Override
      public Set<String> untold(Caller caller, StreamId stream) {
        return Discretion.UNTOLD;
      }
    };
  }
}
