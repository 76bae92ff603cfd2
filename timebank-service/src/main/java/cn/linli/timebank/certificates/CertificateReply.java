package cn.linli.timebank.certificates;

import cn.linli.events.WireName;
import cn.linli.platform.web.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate to check by machine.
 *
 * @param text what is signed, as UTF-8
 * @param signature of the text: Ed25519, in Base64; the same as on paper
 * @param publicKey in PEM
 * @param postedFrom first day on the notice board; absent: it was not posted
 * @param postedUntil last day
 */
record CertificateReply(
    String number,
    long minutes,
    int times,
    int stars,
    String text,
    String signature,
    String publicKey,
    Kind kind,
    @Nullable LocalDate postedFrom,
    @Nullable LocalDate postedUntil,
    long version)
    implements Versioned {

  enum Kind implements WireName {
    /** Issued: after its notice, or at once where the scheme posts none. */
    CERTIFICATE,
    /** Free and at once, never posted. */
    RECORD
  }

  static CertificateReply of(Certificate it, String signature, String publicKey, long version) {
    Certificate.Notice.Held held =
        it.notice() instanceof Certificate.Notice.Held found ? found : null;
    return new CertificateReply(
        it.number(),
        it.record().minutes(),
        it.record().times(),
        it.record().stars(),
        it.text(),
        signature,
        publicKey,
        it.isCertificate() ? Kind.CERTIFICATE : Kind.RECORD,
        held == null ? null : held.first(),
        held == null ? null : held.last(),
        version);
  }
}
