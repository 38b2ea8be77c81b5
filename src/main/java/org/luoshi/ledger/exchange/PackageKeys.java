package org.luoshi.ledger.exchange;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.luoshi.files.HashedZip;

/** Ed25519 keys: made, written down, recognised, and used to sign and verify. */
public final class PackageKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final int GROUPS = 8;

    private PackageKeys() {}

    public static KeyPair make() {
        try {
            return KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 17 has Ed25519", e);
        }
    }

    /** As it is handed to the other side. */
    public static String written(byte[] publicKey) {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(publicKey) + "\n" + END + "\n";
    }

    /** Refused (KEY_WRONG) where it is no Ed25519 public key; with or without the lines around it. */
    static byte[] read(String written) {
        String plain = written.replace(BEGIN, "").replace(END, "").replaceAll("\\s+", "");
        try {
            byte[] encoded = Base64.getDecoder().decode(plain);
            byte[] canonical = publicKey(encoded).getEncoded();
            if (!Arrays.equals(encoded, canonical)) {
                throw PackageError.KEY_WRONG.with(Map.of("field", "key"));
            }
            return encoded;
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            throw PackageError.KEY_WRONG.with(Map.of("field", "key"));
        }
    }

    /** SHA-256 of the public key: by this an installation is known. */
    public static String fingerprint(byte[] publicKey) {
        return HashedZip.sha256(publicKey);
    }

    /** Eight groups of five digits that two people can compare by telephone. */
    public static String checkNumber(String fingerprint) {
        byte[] hash = HexFormat.of().parseHex(fingerprint);
        StringBuilder groups = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            long number = 0;
            for (int at = 0; at < 4; at++) {
                number = number << 8 | hash[group * 4 + at] & 0xFF;
            }
            groups.append(group == 0 ? "" : " ").append("%05d".formatted(number % 100_000));
        }
        return groups.toString();
    }

    public static byte[] sign(byte[] content, byte[] privateKey) {
        try {
            PrivateKey key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(privateKey));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key of this installation cannot sign", e);
        }
    }

    static boolean isSigned(byte[] content, byte[] signed, byte[] publicKey) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey(publicKey));
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private static PublicKey publicKey(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }
}
