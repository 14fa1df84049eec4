package io.chargeproof.runs.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.Json;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A DSSE envelope with one signature: a payload, its type, and what a key says of the two. */
final class Envelope {
    private final String type;
    private final byte[] payload;
    private final byte[] signature;

    private Envelope(String type, byte[] payload, byte[] signature) {
        this.type = type;
        this.payload = payload;
        this.signature = signature;
    }

    /** The payload's media type. */
    String type() {
        return type;
    }

    /** The payload, which is text. */
    String payload() {
        return new String(payload, UTF_8);
    }

    /** Signs a payload: raw with Ed25519, DER with ECDSA. */
    static Envelope sign(String type, byte[] payload, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(algorithm(key instanceof ECKey));
            signature.initSign(key);
            signature.update(signed(type, payload));
            return new Envelope(type, payload, signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("a key of a kind that Java knows can't sign", impossible);
        }
    }

    /** Whether the signature is this key's, on this payload and type. */
    boolean isSignedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance(algorithm(key instanceof ECKey));
            check.initVerify(key);
            check.update(signed(type, payload));
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /**
     * Reads an envelope.
     *
     * @throws IllegalArgumentException with what is wrong, to follow "it"
     */
    static Envelope read(String text) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(text);
        } catch (JacksonException damaged) {
            throw new IllegalArgumentException("isn't JSON");
        }
        JsonNode signatures = root.path("signatures");
        if (signatures.size() != 1) {
            throw new IllegalArgumentException("has " + signatures.size() + " signatures, not one");
        }
        return new Envelope(
                root.path("payloadType").asString(""),
                decoded(root.path("payload"), "payload"),
                decoded(signatures.path(0).path("sig"), "signature"));
    }

    /** As it is written to a file. */
    String json() {
        ObjectNode root = Json.object().put("payloadType", type).put("payload", encoded(payload));
        root.putArray("signatures").addObject().put("keyid", "").put("sig", encoded(signature));
        return Json.MAPPER.writeValueAsString(root) + "\n";
    }

    /** DSSE's pre-authentication encoding: no two pairs of type and payload give the same bytes. */
    private static byte[] signed(String type, byte[] payload) {
        byte[] name = type.getBytes(UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("DSSEv1 " + name.length + " ").getBytes(UTF_8));
        bytes.writeBytes(name);
        bytes.writeBytes((" " + payload.length + " ").getBytes(UTF_8));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    private static String algorithm(boolean curve) {
        return curve ? "SHA256withECDSA" : "Ed25519";
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(JsonNode text, String what) {
        try {
            return Base64.getDecoder().decode(text.asString(""));
        } catch (IllegalArgumentException damaged) {
            throw new IllegalArgumentException("has a " + what + " that isn't Base64");
        }
    }
}
