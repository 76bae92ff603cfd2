package cn.linli.timebank.certificates;

import cn.linli.platform.web.Versioned;

/**
 * A certificate to check by machine.
 *
 * @param text what is signed, as UTF-8
 * @param signature of the text: Ed25519, in Base64; the same as on paper
 * @param publicKey in PEM
 */
record CertificateReply(
    String number,
    long minutes,
    int times,
    int stars,
    String text,
    String signature,
    String publicKey,
    long version)
    implements Versioned {}
