package cn.linli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** Who may know whom. Source: design §1. */
@AnalyzeClasses(packages = "cn.linli", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleRulesTest {

  private static final String EVENTS = "cn.linli.events..";
  private static final String PLATFORM = "cn.linli.platform..";
  private static final String PETITION = "cn.linli.petition..";
  private static final String MEDIATION = "cn.linli.mediation..";
  private static final String TIMEBANK = "cn.linli.timebank..";
  private static final String GATEWAY = "cn.linli.gateway..";
  private static final String STANDALONE = "cn.linli.standalone..";
  private static final String LOCAL = "cn.linli.local..";
  private static final String TESTING = "cn.linli.testing..";

  /** Packages of rules: those named so, and the ledger's. */
  private static final String[] DOMAIN = {"cn.linli..domain..", "cn.linli.timebank.ledger.."};

  /** Events are read by everybody and know nobody. */
  @ArchTest
  static final ArchRule events_know_no_framework_and_no_module =
      noClasses()
          .that()
          .resideInAPackage(EVENTS)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              PLATFORM,
              PETITION,
              MEDIATION,
              TIMEBANK,
              GATEWAY,
              STANDALONE,
              LOCAL,
              "org.springframework..",
              "com.mongodb..",
              "org.bson..");

  @ArchTest
  static final ArchRule the_platform_knows_no_service =
      noClasses()
          .that()
          .resideInAPackage(PLATFORM)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(PETITION, MEDIATION, TIMEBANK, GATEWAY, STANDALONE, LOCAL);

  @ArchTest
  static final ArchRule services_meet_only_in_events =
      slices()
          .matching("cn.linli.(petition|mediation|timebank|community|gateway)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule services_do_not_know_what_runs_them =
      noClasses()
          .that()
          .resideInAnyPackage(PETITION, MEDIATION, TIMEBANK, GATEWAY)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STANDALONE, LOCAL);

  @ArchTest
  static final ArchRule nothing_that_is_shipped_knows_what_tests_stand_on =
      noClasses().should().dependOnClassesThat().resideInAPackage(TESTING);

  @ArchTest
  static final ArchRule rules_know_no_framework_and_no_store =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "com.mongodb..",
              "org.bson..",
              "org.apache.kafka..",
              "reactor..",
              "cn.linli.platform.commit..",
              "cn.linli.platform.web..",
              "cn.linli.platform.vault..");

  /** Time, chance and ids are arguments: a rule that is asked twice answers twice the same. */
  @ArchTest
  static final ArchRule rules_have_no_clock_and_no_chance =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .accessTargetWhere(
              new DescribedPredicate<JavaAccess<?>>("is a clock or chance") {
                private static final Set<String> CLOCKS =
                    Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "tick");

                @Override
                public boolean test(JavaAccess<?> access) {
                  JavaClass owner = access.getTargetOwner();
                  boolean clock =
                      CLOCKS.contains(access.getName())
                          && (owner.getPackageName().equals("java.time")
                              || owner.isEquivalentTo(System.class));
                  return clock
                      || owner.isAssignableTo(Random.class)
                      || owner.isEquivalentTo(ThreadLocalRandom.class)
                      || owner.isEquivalentTo(UUID.class) && access.getName().equals("randomUUID");
                }
              });

  @ArchTest
  static final ArchRule no_circles_in_the_platform =
      slices().matching("cn.linli.platform.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule no_circles_in_a_service =
      slices()
          .matching("cn.linli.(petition|mediation|timebank|gateway).(*)..")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule every_package_says_what_may_be_null =
      classes()
          .that()
          .resideInAPackage("cn.linli..")
          .should(
              new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                  var found = item.getPackage();
                  boolean marked =
                      found.tryGetPackageInfo().isPresent()
                          && found.isAnnotatedWith(NullMarked.class);
                  if (!marked) {
                    events.add(
                        SimpleConditionEvent.violated(
                            item, found.getName() + " has no @NullMarked package-info"));
                  }
                }
              });

  /** The binder's bridge locks the whole process on each send. Source: design §3. */
  @ArchTest
  static final ArchRule nobody_sends_over_the_stream_bridge =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.cloud.stream.function.StreamBridge");
}
