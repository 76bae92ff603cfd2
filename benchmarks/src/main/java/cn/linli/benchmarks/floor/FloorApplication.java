package cn.linli.benchmarks.floor;

import static org.springframework.web.reactive.function.server.RequestPredicates.POST;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import jakarta.validation.Validator;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.reactor.netty.autoconfigure.NettyReactiveWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.HttpHandlerAutoConfiguration;
import org.springframework.boot.webflux.autoconfigure.WebFluxAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * The least an application can do with a request and still be durable: read and validate the body,
 * one {@code insertOne} with {@code w:majority, j:true}, one Kafka send with {@code acks=all},
 * answer 201. No token, no idempotency, no encryption, no state, no order between store and topic.
 * Its parts are named one by one, so that nothing of the platform on the class path joins in.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
  PropertyPlaceholderAutoConfiguration.class,
  NettyReactiveWebServerAutoConfiguration.class,
  HttpHandlerAutoConfiguration.class,
  WebFluxAutoConfiguration.class,
  CodecsAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  ValidationAutoConfiguration.class
})
public class FloorApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(FloorApplication.class, arguments);
  }

  @Bean
  MongoCollection<Document> requests(@Value("${floor.mongodb.uri}") String uri) {
    var settings =
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(uri))
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .build();
    return MongoClients.create(settings).getDatabase("floor").getCollection("requests");
  }

  @Bean
  KafkaProducer<String, String> producer(@Value("${floor.kafka.brokers}") String brokers) {
    return new KafkaProducer<>(
        Map.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            brokers,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.LINGER_MS_CONFIG,
            0),
        new StringSerializer(),
        new StringSerializer());
  }

  @Bean
  RouterFunction<ServerResponse> routes(
      MongoCollection<Document> requests,
      KafkaProducer<String, String> producer,
      Validator validator,
      JsonMapper json) {
    return RouterFunctions.route(
        POST("/requests"), request -> accept(request, requests, producer, validator, json));
  }

  private static Mono<ServerResponse> accept(
      ServerRequest request,
      MongoCollection<Document> requests,
      KafkaProducer<String, String> producer,
      Validator validator,
      JsonMapper json) {
    return request
        .bodyToMono(FloorRequest.class)
        .flatMap(body -> {
          if (!validator.validate(body).isEmpty()) {
            return ServerResponse.badRequest().build();
          }
          String id = UUID.randomUUID().toString();
          String text = json.writeValueAsString(body);
          return Mono.from(
                  requests.insertOne(new Document("_id", id).append("body", Document.parse(text))))
              .then(send(producer, id, text))
              .then(
                  ServerResponse.status(201)
                      .contentType(MediaType.APPLICATION_JSON)
                      .bodyValue(Map.of("id", id, "status", "submitted")));
        });
  }

  private static Mono<Void> send(KafkaProducer<String, String> producer, String id, String text) {
    return Mono.create(sink ->
        producer.send(
            new ProducerRecord<>("floor.requests", id, text),
            (metadata, error) -> {
              if (error == null) {
                sink.success();
              } else {
                sink.error(error);
              }
            }));
  }
}
