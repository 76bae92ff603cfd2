package cn.linli.timebank;

import static cn.linli.timebank.Server.COMMUNITY;
import static cn.linli.timebank.Server.once;
import static org.assertj.core.api.Assertions.assertThat;

import cn.linli.testing.Person;
import cn.linli.testing.Reply;
import cn.linli.timebank.proof.ProofTesting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The books prove themselves: to auditors, and to a resident with a program of their own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofOverHttpTest {

  private static final Path VERIFIER =
      Path.of("..", "acceptance", "verify_passbook.py").toAbsolutePath().normalize();

  @TempDir Path folder;
  private Server server;
  private Person auditor;
  private Person li;
  private String account;

  @BeforeAll
  void start() {
    server = new Server("bank-proof");
    auditor = server.as("auditor@3706");
    li = server.as("resident@" + COMMUNITY + "/li");
    account = server.opened("resident@" + COMMUNITY + "/li");
    server.granted(account, 900);
    ProofTesting.auditNow(server);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void theWholeLedgerHoldsAndIsSealed() {
    auditor.get("/bank/audit").ok().has("minutes.sum", 0, "points.sum", 0, "brokenChains", 0);
    assertThat(auditor.get("/bank/audit").ok().at("faults")).isEmpty();
    assertThat(auditor.get("/bank/audit").ok().text("root")).matches("[0-9a-f]{64}");
  }

  @Test
  void anAuditIsAJob() throws InterruptedException {
    once(li).post("/bank/audit", "").problem(403, "wrong-role");
    Reply ordered = once(auditor).post("/bank/audit", "").status(202);
    String job = "/jobs/" + ordered.text("id");
    for (int i = 0; i < 100 && !auditor.get(job).ok().text("status").equals("done"); i++) {
      Thread.sleep(100);
    }
    auditor.get(job).ok().has("status", "done");
  }

  @Test
  void aResidentChecksThePassbookAlone() throws Exception {
    String proof = proof();
    Path key = key();

    assertThat(verified(proof, key)).as(proof).isZero();
    assertThat(verified(proof.replaceFirst("\"amount\":600", "\"amount\":601"), key)).isEqualTo(1);
    assertThat(verified(proof.replaceFirst("\"balance\":600", "\"balance\":700"), key))
        .isEqualTo(1);
    assertThat(verified(proof.replaceFirst("\"number\":(\\d+)", "\"number\":99"), key))
        .isEqualTo(1);
    assertThat(verified(proof.replaceFirst("\"side\":\"(left|right)\"", "\"side\":\"up\""), key))
        .isIn(0, 1); // a passbook that stands alone under its root has no steps
    assertThat(verified(proof.replaceFirst("grant", "deed"), key)).isEqualTo(1);
  }

  @Test
  void anotherKeyProvesNothing() throws Exception {
    assertThat(verified(proof(), otherKey())).isEqualTo(1);
  }

  @Test
  void whatACommunityOwesIsToldByAge() {
    server
        .as("bank-clerk@" + COMMUNITY)
        .get("/bank/liability?division=" + COMMUNITY)
        .ok()
        .has("outstanding", 900, "byAge.0.minutes", 900, "redeemedLastYear", 0);
    li.get("/bank/liability?division=" + COMMUNITY).problem(403, "wrong-role");
    server
        .as("bank-clerk@370602003007")
        .get("/bank/liability?division=" + COMMUNITY)
        .problem(403, "out-of-scope");
  }

  @Test
  void nobodyElseSeesIt() {
    server
        .as("resident@" + COMMUNITY + "/stranger")
        .get("/bank/accounts/" + account + "/proof")
        .problem(404, "not-found");
  }

  private String proof() {
    Reply proof = li.get("/bank/accounts/" + account + "/proof?unit=minutes").ok();
    assertThat(proof.at("sealed").isMissingNode() || proof.at("sealed").isNull()).isFalse();
    return proof.body().toString();
  }

  private Path key() throws IOException {
    String pem = li.get("/bank/roots/keys").ok().at("keys").get(0).get("pem").asString();
    return Files.writeString(folder.resolve("key.pem"), pem);
  }

  private Path otherKey() throws Exception {
    var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String base64 =
        java.util.Base64.getMimeEncoder(64, "\n".getBytes())
            .encodeToString(pair.getPublic().getEncoded());
    return Files.writeString(
        folder.resolve("other.pem"),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
  }

  private int verified(String proof, Path key) throws Exception {
    Path file = Files.createTempFile(folder, "proof", ".json");
    Files.writeString(file, proof);
    Process process =
        new ProcessBuilder("python3", VERIFIER.toString(), file.toString(), "--key", key.toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
