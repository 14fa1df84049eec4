package io.chargeproof.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the secrets out of what was sent, so that it can be sent again: a value that was made of a secret becomes the name of
 * the secret with what was done to it, such as {@code ${NAME%?}} for one without its last character. What is known to be no
 * secret stays though it stands where secrets do. All else becomes {@code ***}, as for any {@link Redactor}: also a secret
 * in a spelling that isn't its own, as its name would stand for something else.
 */
public final class RequestRedactor {
    /** What may have been added to a secret. */
    private static final int LONGEST_ADDITION = 4;

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{8,}={0,2}");
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9:._-]*");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");
    private static final String MASK = "***";

    private final Redactor redactor;
    private final List<Map.Entry<String, String>> known = new ArrayList<>();
    private final SecretPatterns derived;
    private final Predicate<String> harmless;

    /**
     * A redactor of requests.
     *
     * @param redactor takes the secrets out of anything else
     * @param namesByValue the secrets
     * @param derivedByValue what was made of them: from each value to a name and what was done, such as {@code NAME%?}
     * @param harmless tells of a text where secrets stand that it is none
     */
    public RequestRedactor(
            Redactor redactor,
            Map<String, String> namesByValue,
            Map<String, String> derivedByValue,
            Predicate<String> harmless) {
        this.redactor = redactor;
        this.harmless = harmless;
        List<SecretPattern> patterns = new ArrayList<>();
        derivedByValue.forEach((value, words) -> {
            patterns.addAll(SecretPattern.ofValue(plain(value), "${" + words + "}"));
            putEscaped(value, words, patterns);
        });
        namesByValue.forEach((value, name) -> {
            patterns.addAll(SecretPattern.ofValue(plain(value), "${" + name + "}"));
            putEscaped(value, name, patterns);
            known.add(Map.entry(value, "${" + name + "}"));
        });
        derivedByValue.forEach((value, words) -> known.add(Map.entry(value, "${" + words + "}")));
        this.derived = new SecretPatterns(patterns);
    }

    private void putEscaped(String value, String words, List<SecretPattern> into) {
        String escaped = Escaped.json(value);
        boolean bySed = escaped.equals(value.replace("\\", "\\\\").replace("\"", "\\\""));
        if (!escaped.equals(value) && bySed) {
            into.addAll(SecretPattern.ofValue(plain(escaped), "${" + words + ":json}"));
        }
    }

    private static byte[] plain(String text) {
        return DecodedText.asItStands(text, DecodedText.Letters.UTF_8).toBytes();
    }

    /** The text, to be sent again where every name has its value. */
    public String redact(String text) {
        if (text.isEmpty()) {
            return text;
        }
        DecodedText plain = DecodedText.asItStands(text, DecodedText.Letters.UTF_8);
        DecodedText undone = DecodedText.decoded(text, DecodedText.Letters.UTF_8);
        List<Replacement> stretches = new ArrayList<>(derived.find(plain));
        stretches.addAll(inBase64(text));
        int exact = stretches.size();
        redactor.secrets(text, plain, undone)
                .forEach(each -> stretches.add(new Replacement(each.start(), each.end(), MASK)));
        List<Replacement> found = List.copyOf(stretches);
        for (Replacement field : CredentialFields.find(undone, text)) {
            if (!isTold(field, text, found.subList(0, exact))) {
                stretches.add(field);
            }
        }
        return Replacement.replaceAll(text, stretches);
    }

    /** Whether all of what stands where a secret does is harmless or has a name, but for what was added to it. */
    private boolean isTold(Replacement field, String text, List<Replacement> exact) {
        String content = text.substring(field.start(), field.end());
        if (harmless.test(content)) {
            return true;
        }
        List<Replacement> within = exact.stream()
                .filter(each -> each.start() >= field.start() && each.end() <= field.end())
                .map(each -> new Replacement(each.start() - field.start(), each.end() - field.start(), ""))
                .toList();
        return !within.isEmpty() && Replacement.replaceAll(content, within).length() <= LONGEST_ADDITION;
    }

    private List<Replacement> inBase64(String text) {
        List<Replacement> stretches = new ArrayList<>();
        for (Matcher matcher = BASE64.matcher(text); matcher.find(); ) {
            String letters = matcher.group();
            if (letters.length() % 4 == 0) {
                String decoded = new String(decoded(letters), StandardCharsets.ISO_8859_1);
                expression(decoded)
                        .ifPresent(words -> stretches.add(
                                new Replacement(matcher.start(), matcher.end(), "${base64:" + words + "}")));
            }
        }
        return stretches;
    }

    private static byte[] decoded(String letters) {
        try {
            return Base64.getDecoder().decode(letters);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }

    /** A text that is a secret, or something made of one, and what is harmless around it. */
    private Optional<String> expression(String decoded) {
        // Most words happen to be Base64 of something.
        if (!PRINTABLE.matcher(decoded).matches()) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> decoded.contains(each.getKey()))
                .max(Comparator.comparingInt(each -> each.getKey().length()))
                .flatMap(each -> {
                    int at = decoded.indexOf(each.getKey());
                    String before = decoded.substring(0, at);
                    String after = decoded.substring(at + each.getKey().length());
                    boolean told = HARMLESS.matcher(before + after).matches() && (before + after).length() <= 40;
                    return told ? Optional.of(before + each.getValue() + after) : Optional.empty();
                });
    }
}
