package io.chargeproof.runs.attestation;

import io.chargeproof.api.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of the user's in a PEM file, of Ed25519 or of ECDSA on the curve P-256: {@code PRIVATE KEY} (PKCS #8) to sign with,
 * {@code PUBLIC KEY} (X.509) to check with, as {@code openssl genpkey} and {@code openssl pkey -pubout} write them.
 */
final class KeyFile {
    private static final List<String> KINDS = List.of("Ed25519", "EC");
    private static final int P256 = 256;
    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    /**
     * The key to sign with.
     *
     * @throws UsageException if the file holds none
     */
    PrivateKey signing() {
        byte[] der = der("PRIVATE KEY", "openssl genpkey -algorithm ed25519 makes one");
        return read(factory -> factory.generatePrivate(new PKCS8EncodedKeySpec(der)));
    }

    /**
     * The key to check with.
     *
     * @throws UsageException if the file holds none
     */
    PublicKey checking() {
        byte[] der = der("PUBLIC KEY", "openssl pkey -in KEY -pubout makes one of a private key");
        return read(factory -> factory.generatePublic(new X509EncodedKeySpec(der)));
    }

    /** Makes a key of a kind. */
    private interface Reading<K extends Key> {
        K of(KeyFactory factory) throws InvalidKeySpecException;
    }

    private <K extends Key> K read(Reading<K> reading) {
        for (String kind : KINDS) {
            try {
                K key = reading.of(KeyFactory.getInstance(kind));
                if (isTaken(key)) {
                    return key;
                }
            } catch (GeneralSecurityException another) {
                // The next kind may fit.
            }
        }
        throw new UsageException(
                "the key in " + file + " is neither of Ed25519 nor of ECDSA on P-256; use one that is");
    }

    private static boolean isTaken(Key key) {
        return !(key instanceof java.security.interfaces.ECKey curve)
                || curve.getParams().getOrder().bitLength() == P256;
    }

    private byte[] der(String label, String cure) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new UsageException("the key " + file + " can't be read: " + unreadable.getMessage());
        }
        Matcher pem = PEM.matcher(text);
        while (pem.find()) {
            if (pem.group(1).equals(label)) {
                return decoded(pem.group(2));
            }
        }
        throw new UsageException(file + " has no '-----BEGIN " + label + "-----'; " + cure);
    }

    private byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            throw new UsageException("the key in " + file + " isn't Base64; it may be damaged");
        }
    }
}
