package io.chargeproof.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates and the private key of a PEM file (RFC 7468). */
record Pem(Path file, List<Block> blocks) {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----", Pattern.DOTALL);
    private static final byte[] VERSION_ZERO = {2, 1, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;

    record Block(String label, String text) {}

    /** Reads a file; what it holds is looked at later. */
    static Pem read(Path file) {
        try {
            // Latin-1 takes any byte, and PEM is ASCII.
            return new Pem(file, blocksOf(Files.readString(file, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new IllegalArgumentException("the PEM file '" + file + "' can't be read: " + e, e);
        }
    }

    /** All certificates, at least one, in the order of the file. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label().endsWith("CERTIFICATE")) {
                certificates.add(certificate(block));
            }
        }
        if (certificates.isEmpty()) {
            throw refused("has no certificate (-----BEGIN CERTIFICATE-----)");
        }
        return certificates;
    }

    /** The private key that belongs to a certificate. */
    PrivateKey privateKey(X509Certificate certificate) {
        Block block = blocks.stream()
                .filter(each -> each.label().endsWith("PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> refused("has no private key (-----BEGIN PRIVATE KEY-----)"));
        if (block.label().startsWith("ENCRYPTED") || block.text().contains("ENCRYPTED")) {
            throw refused("has an encrypted private key; decrypt it first (openssl pkey -in FILE)");
        }
        byte[] der = der(block);
        try {
            byte[] pkcs8 = block.label().equals("PRIVATE KEY") ? der : wrapped(der, algorithm(certificate));
            return KeyFactory.getInstance(certificate.getPublicKey().getAlgorithm())
                    .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        } catch (GeneralSecurityException e) {
            throw refused("has a private key that doesn't fit its first certificate (" + block.label() + ")", e);
        }
    }

    private static List<Block> blocksOf(String text) {
        List<Block> blocks = new ArrayList<>();
        for (Matcher matcher = BLOCK.matcher(text); matcher.find(); ) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private X509Certificate certificate(Block block) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der(block)));
        } catch (GeneralSecurityException e) {
            throw refused("has a certificate that can't be read", e);
        }
    }

    private byte[] der(Block block) {
        try {
            return Base64.getMimeDecoder().decode(block.text());
        } catch (IllegalArgumentException e) {
            throw refused("has a block that isn't Base64 (" + block.label() + ")", e);
        }
    }

    /** A bare RSA (PKCS#1) or EC (SEC 1) key as PKCS#8, the only form that the JDK reads. */
    private static byte[] wrapped(byte[] key, byte[] algorithm) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(VERSION_ZERO);
        content.writeBytes(algorithm);
        content.writeBytes(element(OCTET_STRING, key));
        return element(SEQUENCE, content.toByteArray());
    }

    /** The algorithm identifier: the first element within the certificate's SubjectPublicKeyInfo. */
    private static byte[] algorithm(X509Certificate certificate) {
        byte[] info = certificate.getPublicKey().getEncoded();
        int start = headerLength(info, 0);
        int length = headerLength(info, start) + contentLength(info, start);
        return Arrays.copyOfRange(info, start, start + length);
    }

    private static int headerLength(byte[] der, int at) {
        int first = der[at + 1] & 0xFF;
        return first < 0x80 ? 2 : 2 + (first & 0x7F);
    }

    private static int contentLength(byte[] der, int at) {
        int length = der[at + 1] & 0xFF;
        if (length < 0x80) {
            return length;
        }
        int value = 0;
        for (int i = 0; i < (length & 0x7F); i++) {
            value = (value << 8) | (der[at + 2 + i] & 0xFF);
        }
        return value;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("the PEM file '" + file + "' " + why);
    }

    private IllegalArgumentException refused(String why, Exception cause) {
        return new IllegalArgumentException("the PEM file '" + file + "' " + why, cause);
    }
}
