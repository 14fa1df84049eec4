package io.chargeproof.exchange;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for a POSIX shell: nothing of it is interpreted but the names of secrets, which are filled in.
 *
 * @param text the text with secrets as {@code ${NAME}}
 * @param literal what looks like the name of a secret and isn't one
 */
record ShellWord(String text, Set<String> literal) {
    private static final Pattern SECRET = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");

    private static final Pattern BUILD_COMMAND =
            Pattern.compile("##[A-Za-z]*\\[|::[A-Za-z]|(?:section|travis)_[a-z]+:");

    /** A text whose names all stand for secrets. */
    static ShellWord ofRedacted(String text) {
        return new ShellWord(text, Set.of());
    }

    /** A text after redaction; what looked like a name before is none. */
    static ShellWord of(String text, UnaryOperator<String> redaction) {
        Set<String> literal =
                SECRET.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        return new ShellWord(redaction.apply(text), literal);
    }

    /** What a redacted text has the shell fill in. */
    static Set<String> names(String redacted) {
        return SECRET.matcher(redacted)
                .results()
                .map(found -> found.group().substring(2, found.group().length() - 1))
                .collect(Collectors.toSet());
    }

    /** One word that stands for the text. */
    String quoted() {
        List<String> parts = parts(ShellWord::singleQuoted, secret -> "\"" + secret + "\"");
        return parts.isEmpty() ? "''" : String.join("", parts);
    }

    /** A command that prints the text in a charset, whatever its bytes; they needn't be fit for a terminal. */
    String printed(Charset charset) {
        List<String> secrets = new ArrayList<>();
        List<String> format = parts(plain -> octal(plain, charset), secret -> {
            secrets.add(" \"" + secret + "\"");
            return "%s";
        });
        return "printf '" + String.join("", format) + "'" + String.join("", secrets);
    }

    private List<String> parts(UnaryOperator<String> plain, UnaryOperator<String> secret) {
        List<String> parts = new ArrayList<>();
        int done = 0;
        for (Matcher matcher = SECRET.matcher(text); matcher.find(); ) {
            if (!literal.contains(matcher.group())) {
                addUnlessEmpty(text.substring(done, matcher.start()), plain, parts);
                parts.add(secret.apply(matcher.group()));
                done = matcher.end();
            }
        }
        addUnlessEmpty(text.substring(done), plain, parts);
        return parts;
    }

    private static void addUnlessEmpty(String text, UnaryOperator<String> plain, List<String> parts) {
        if (!text.isEmpty()) {
            parts.add(plain.apply(text));
        }
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Whether a build server that reads along could carry out a part of a text. */
    static boolean commandsABuild(String text) {
        return BUILD_COMMAND.matcher(text).find();
    }

    private static String octal(String text, Charset charset) {
        String never = commandsABuild(text) ? "'\\#:_" : "'\\";
        StringBuilder format = new StringBuilder();
        for (byte each : text.getBytes(charset)) {
            int value = each & 0xFF;
            if (value < 0x20 || value > 0x7E || never.indexOf(value) >= 0) {
                format.append('\\').append(String.format("%03o", value));
            } else if (value == '%') {
                format.append("%%");
            } else {
                format.append((char) value);
            }
        }
        return format.toString();
    }
}
