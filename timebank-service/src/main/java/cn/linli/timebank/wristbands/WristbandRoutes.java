package cn.linli.timebank.wristbands;

import static cn.linli.platform.access.Role.ADMIN;
import static cn.linli.platform.access.Role.AUDITOR;
import static cn.linli.platform.access.Role.BANK_CLERK;
import static cn.linli.platform.access.Role.DEVICE;
import static cn.linli.platform.access.Role.RESIDENT;

import cn.linli.events.timebank.TimebankEvent;
import cn.linli.platform.casework.CaseStates;
import cn.linli.platform.commit.Kinds;
import cn.linli.platform.commit.StateStore;
import cn.linli.platform.division.Divisions;
import cn.linli.platform.reaction.Reaction;
import cn.linli.platform.vault.KeyedHash;
import cn.linli.platform.vault.Vault;
import cn.linli.platform.web.NoBody;
import cn.linli.platform.web.Roles;
import cn.linli.platform.web.RouteTable;
import cn.linli.platform.web.Routes;
import cn.linli.platform.web.Web;
import cn.linli.timebank.casework.Banking;
import cn.linli.timebank.casework.Bound;
import cn.linli.timebank.casework.Schemes;
import cn.linli.timebank.desk.DeskPart;
import cn.linli.timebank.domain.wristbands.Device;
import cn.linli.timebank.domain.wristbands.Doubt;
import cn.linli.timebank.domain.wristbands.Wristband;
import cn.linli.timebank.ledger.Account;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WristbandRoutes {

  private static final Roles CLERKS = Roles.by(BANK_CLERK);
  private static final Roles DOUBTS_READ = Roles.by(BANK_CLERK, AUDITOR);
  private static final Roles KIOSKS = Roles.by(DEVICE, BANK_CLERK);
  private static final Roles KIOSKS_READ = Roles.by(DEVICE, BANK_CLERK, AUDITOR, ADMIN);
  private static final Roles WEARERS = Roles.by(RESIDENT, BANK_CLERK);
  private static final Roles WEARERS_READ = Roles.by(RESIDENT, BANK_CLERK, AUDITOR, ADMIN);

  @Bean
  DeviceCases deviceCases() {
    return new DeviceCases();
  }

  @Bean
  WristbandCases wristbandCases() {
    return new WristbandCases();
  }

  @Bean
  DoubtCases doubtCases() {
    return new DoubtCases();
  }

  @Bean
  CaseStates<Doubt> doubtStates(MongoDatabase database, Kinds kinds, DoubtCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  BandClaims bandClaims() {
    return new BandClaims();
  }

  @Bean
  Bound wornWristband(MongoDatabase database, Kinds kinds, BandClaims kind) {
    return new MovingBand(new CaseStates<>(database, new StateStore(database, kinds), kind));
  }

  @Bean
  CaseStates<Device> deviceStates(MongoDatabase database, Kinds kinds, DeviceCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  CaseStates<Wristband> wristbandStates(MongoDatabase database, Kinds kinds, WristbandCases kind) {
    return new CaseStates<>(database, new StateStore(database, kinds), kind);
  }

  @Bean
  ReadingStore readingStore(MongoDatabase database) {
    return new ReadingStore(database);
  }

  @Bean
  Reaction<TimebankEvent> settleReadings(
      CaseStates<Wristband> bands,
      CaseStates<Account> accounts,
      ReadingStore readings,
      Schemes schemes,
      KeyedHash hash) {
    return new SettleReadings(bands, accounts, readings, schemes, hash);
  }

  @Bean
  RouteTable devices(Web web, CaseStates<Device> states, Divisions divisions) {
    var shown = new DeviceShown(states);
    var devices = new Devices(divisions);
    return Routes.under("/api/v1/bank/devices", web)
        .resource(DeviceShown.DeviceReply.class, shown)
        .postWithKey("", Bodies.Register.class, KIOSKS, devices::register)
        .about("A kiosk that reads wristbands, with its public key.")
        .postWithKey("/{id}/rotate", Bodies.Rotate.class, KIOSKS, devices::rotate)
        .about("Another key; the old one is good for what was read before, for 72 hours.")
        .postWithKey("/{id}/revoke", NoBody.class, CLERKS, devices::revoke)
        .about("Nothing of the kiosk is taken any more.")
        .get("/{id}", DeviceShown.DeviceReply.class, KIOSKS_READ, shown::one)
        .about("One kiosk.")
        .build();
  }

  @Bean
  DeskPart sessionsToSettle(CaseStates<Doubt> doubts) {
    return new ToSettle(doubts);
  }

  /** Before the wristbands themselves: {@code sessions} is none of their codes. */
  @Bean
  RouteTable doubtfulSessions(
      Web web,
      CaseStates<Doubt> doubts,
      CaseStates<Account> accounts,
      Banking banking,
      Vault vault,
      KeyedHash hash) {
    var shown = new DoubtShown(doubts, vault);
    var resolving = new Resolving(banking, doubts, accounts, vault, hash);
    return Routes.under("/api/v1/bank/wristbands", web)
        .resource(DoubtShown.DoubtReply.class, shown)
        .list(
            "/sessions",
            DoubtShown.DoubtReply.class,
            DOUBTS_READ,
            List.of("division", "flag"),
            shown::page)
        .about("Sessions that were settled with a flag and wait for a clerk.")
        .get("/{c}/sessions/{id}", DoubtShown.DoubtReply.class, DOUBTS_READ, shown::one)
        .about("One of them, and what became of it.")
        .postWithKey("/{c}/sessions/{id}/resolve", Bodies.Resolve.class, CLERKS, resolving::resolve)
        .about("A clerk says from when until when it was, or that it does not count.")
        .build();
  }

  @Bean
  RouteTable wristbands(
      Web web,
      CaseStates<Wristband> bands,
      CaseStates<Account> accounts,
      Banking banking,
      KeyedHash hash) {
    var shown = new WristbandShown(bands, accounts, hash);
    var binding = new Binding(banking, bands, hash);
    return Routes.under("/api/v1/bank/wristbands", web)
        .resource(WristbandShown.WristbandReply.class, shown)
        .postWithKey("", Bodies.Bind.class, CLERKS, binding::bind)
        .about("Binds a wristband to a person's passbook: one of each.")
        .postWithKey("/{id}/unbind", NoBody.class, WEARERS, binding::unbind)
        .about("The wristband was handed back; it rests before somebody else wears it.")
        .postWithKey("/{id}/lost", NoBody.class, WEARERS, binding::lost)
        .about("The wristband is lost: what is read of it from now on is nobody's.")
        .get("/{id}", WristbandShown.WristbandReply.class, WEARERS_READ, shown::one)
        .about("One wristband, by id or code, with the minutes of the last few days.")
        .build();
  }

  @Bean
  RouteTable wristbandEvents(
      Web web,
      CaseStates<Device> devices,
      CaseStates<Wristband> bands,
      ReadingStore readings,
      Schemes schemes,
      KeyedHash hash) {
    var taking = new Taking(devices, bands, readings, schemes, hash);
    return Routes.under("/api/v1/bank/wristband-events", web)
        .resource(BatchShown.BatchReply.class, new BatchShown())
        .postWithKey("", Bodies.Batch.class, KIOSKS, taking::take)
        .about("A signed batch of readings, in any order and however often; docs/wristbands.md.")
        .build();
  }
}
