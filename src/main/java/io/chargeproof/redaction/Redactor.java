package io.chargeproof.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes secrets out of what is about to reach a sink.
 *
 * <p>A known value becomes {@code ${NAME}}, as it stands and JSON-escaped, percent-encoded, HTML-escaped, each of them
 * several times over and mixed, and in Base64 of either alphabet wherever in the encoded bytes it begins. A value of
 * fewer than six characters is taken out only where it is a whole JSON string: it would be found everywhere. Values of
 * eight characters and more become {@code ***} in another case, in hexadecimal digits, in UTF-16, in quoted-printable, and
 * broken into lines.
 *
 * <p>Whatever the values, what follows an {@code Authorization} becomes {@code ***}, its scheme apart, and so do the
 * JSON strings under {@code password}, {@code token} and {@code social-security-number}, also in JSON within a string.
 * JSON stays JSON. What is redacted already stays as it is.
 *
 * <p>Immutable; for several threads.
 */
public final class Redactor {
    private static final Pattern QUOTED_PRINTABLE = Pattern.compile("=(?:[0-9A-F]{2}|\\s|\\\\[rn])");

    private final SecretPatterns asTheyStand;
    private final SecretPatterns decoded;
    private final SecretPatterns squeezed;

    private Redactor(SecretPatterns asTheyStand, SecretPatterns decoded, SecretPatterns squeezed) {
        this.asTheyStand = asTheyStand;
        this.decoded = decoded;
        this.squeezed = squeezed;
    }

    /** A redactor of these secrets: from each value to the name that stands for it, as {@code ${NAME}}. */
    public static Redactor of(Map<String, String> namesByValue) {
        List<SecretPattern> asTheyStand = new ArrayList<>();
        List<SecretPattern> decoded = new ArrayList<>();
        List<SecretPattern> squeezed = new ArrayList<>();
        namesByValue.forEach((value, name) -> {
            String placeholder = "${" + name + "}";
            asTheyStand.addAll(SecretPattern.ofPlain(value, placeholder));
            decoded.addAll(SecretPattern.ofDecoded(value, placeholder));
            squeezed.addAll(SecretPattern.ofSqueezed(value));
        });
        return new Redactor(new SecretPatterns(asTheyStand), new SecretPatterns(decoded), new SecretPatterns(squeezed));
    }

    /** The text with every secret, in whatever encoding, replaced by {@code ${NAME}}. */
    public String redact(String text) {
        return redact(text, DecodedText.Letters.UTF_8);
    }

    /** The bytes, likewise; those that aren't text stay as they are. */
    public byte[] redact(byte[] bytes) {
        String letterPerByte = new String(bytes, StandardCharsets.ISO_8859_1);
        return redact(letterPerByte, DecodedText.Letters.BYTES).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String redact(String text, DecodedText.Letters letters) {
        if (text.isEmpty()) {
            return text;
        }
        DecodedText plain = DecodedText.asItStands(text, letters);
        DecodedText undone = Decoding.undoesAnything(text) ? DecodedText.decoded(text, letters) : plain;
        List<Replacement> stretches = secrets(text, plain, undone);
        stretches.addAll(CredentialFields.find(undone, text));
        return Replacement.replaceAll(text, stretches);
    }

    /**
     * Where known secrets stand in a text, in whatever encoding.
     *
     * @param plain the text as it stands
     * @param undone the text with escapes and encodings undone
     */
    List<Replacement> secrets(String text, DecodedText plain, DecodedText undone) {
        List<Replacement> stretches = new ArrayList<>(asTheyStand.find(plain));
        stretches.addAll(decoded.find(undone));
        stretches.addAll(squeezed.find(undone.squeezed(false)));
        if (text.indexOf('=') >= 0 && QUOTED_PRINTABLE.matcher(text).find()) {
            stretches.addAll(squeezed.find(undone.squeezed(true)));
        }
        return stretches;
    }
}
