package cn.linli.gateway.views;

import cn.linli.events.Topics;
import cn.linli.gateway.views.cells.CellReader;
import cn.linli.gateway.views.endpoints.Asked;
import cn.linli.gateway.views.endpoints.FigureCases;
import cn.linli.gateway.views.endpoints.FigureStream;
import cn.linli.gateway.views.endpoints.ViewRoutes;
import cn.linli.gateway.views.endpoints.WatchedFrames;
import cn.linli.gateway.views.figures.PetitionFold;
import cn.linli.gateway.views.frames.FrameReader;
import cn.linli.gateway.views.frames.LiveGeneration;
import cn.linli.platform.division.DivisionTree;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.fold.FolderSettings;
import cn.linli.platform.fold.Folding;
import cn.linli.platform.fold.Generations;
import cn.linli.platform.fold.ViewAudit;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Web;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.reactive.function.client.WebClient;

/** Folds {@code linli.petition} into cells and serves the views. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsProperties.class)
@ConditionalOnProperty({"linli.mongodb.uri", "spring.kafka.bootstrap-servers"})
public class ViewsConfiguration {

  private static final String PETITIONS = "linli.gateway.services.petition";

  /** Answers 503 where no petition service is named. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  @Bean
  @ConditionalOnMissingBean
  Divisions divisions() {
    return new Divisions(DivisionTree.shipped());
  }

  @Bean
  FolderSettings folderSettings(@Value("${spring.kafka.bootstrap-servers}") String brokers) {
    return FolderSettings.of(Map.of("bootstrap.servers", brokers), List.of(Topics.PETITION));
  }

  @Bean
  PetitionFold petitionFold(ViewsProperties properties) {
    return new PetitionFold(properties.zone());
  }

  @Bean(initMethod = "start", destroyMethod = "close")
  @ConditionalOnProperty(name = "linli.views.fold", matchIfMissing = true)
  Folding folding(
      FolderSettings settings, PetitionFold fold, MongoClient client, MongoDatabase database) {
    String owner = ManagementFactory.getRuntimeMXBean().getName();
    return new Folding(settings, fold, client, database, owner);
  }

  /** {@code live = rebuilt} as a command. */
  @Bean
  ViewAudit viewAudit(
      FolderSettings settings, PetitionFold fold, MongoClient client, MongoDatabase database) {
    return new ViewAudit(settings, fold, client, database);
  }

  @Bean
  Generations generations(MongoClient client, MongoDatabase database) {
    return new Generations(client, database);
  }

  @Bean
  FrameReader frameReader(
      MongoClient client,
      MongoDatabase database,
      Generations generations,
      Divisions divisions,
      Clock clock) {
    return new FrameReader(
        new CellReader(client, database), new LiveGeneration(generations, clock), divisions, clock);
  }

  @Bean
  Asked asked(Divisions divisions, Clock clock, ViewsProperties properties) {
    return new Asked(divisions, clock, properties.zone());
  }

  @Bean(destroyMethod = "close")
  WatchedFrames watchedFrames(FrameReader frames, Asked asked) {
    return new WatchedFrames(frames, asked);
  }

  @Bean
  RouteTable viewRoutes(
      Web web,
      FrameReader frames,
      WatchedFrames watched,
      Generations generations,
      Asked asked,
      Clock clock,
      Environment environment) {
    URI petitions =
        Binder.get(environment).bind(PETITIONS, URI[].class).map(all -> all[0]).orElse(NOWHERE);
    return new ViewRoutes(frames, generations, asked)
        .table(
            web,
            new FigureStream(watched, asked, clock),
            new FigureCases(WebClient.builder(), petitions, asked));
  }
}
