package cn.linli.events.timebank;

import org.jspecify.annotations.Nullable;

/**
 * A certificate of voluntary service, posted before it is issued; streams {@code y:<id>}. Source:
 * 民发〔2015〕149号 (posted at least 7 days), 志愿服务记录与证明出具办法 (民政部令第67号).
 */
public sealed interface CertificateEvent extends TimebankEvent {

  /**
   * It hangs on the notice board of its community from now on.
   *
   * @param evidenceRef what shows that the volunteer wants it, where a clerk asked; null: they
   *     asked for themselves
   */
  record CertificateAsked(CertificateFiling filing, @Nullable String evidenceRef)
      implements CertificateEvent {}

  /**
   * Somebody of the place says that it is not true; it is not issued before that is answered.
   *
   * @param objection its number, from 1
   * @param objector keyed mark
   */
  record CertificateObjected(int objection, String objector, String reasonRef)
      implements CertificateEvent {}

  /** The community answered. {@code upheld}: the certificate is not issued. */
  record CertificateObjectionAnswered(int objection, boolean upheld, String reasonRef)
      implements CertificateEvent {}

  /** Its days are over and no objection is open; or the scheme posts none. */
  record CertificateIssued(String number, long minutes, int times) implements CertificateEvent {}
}
