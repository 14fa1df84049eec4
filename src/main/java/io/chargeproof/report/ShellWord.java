package io.chargeproof.report;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text for a POSIX shell: nothing of it is interpreted but the names of secrets, which are filled in.
 *
 * @param text the text with secrets as {@link ShellValue}s
 * @param literal what looks like the name of a secret and isn't one
 * @param withheld whether something is missing in it that no name stands for
 */
record ShellWord(String text, Set<String> literal, boolean withheld) {
    private static final Pattern SECRET = Pattern.compile(ShellValue.SYNTAX);

    /** What a redaction leaves of a secret that it has no name for. */
    private static final Pattern MASK = Pattern.compile("\\*{3}");

    /** One of these is in each; to look for them takes a fraction of the time. */
    private static final List<String> BUILD_COMMAND_PARTS = List.of("##", "::", "section_", "travis_");

    private static final Pattern BUILD_COMMAND =
            Pattern.compile("##[A-Za-z]*\\[|::[A-Za-z]|(?:section|travis)_[a-z]+:");

    /** A text whose names all stand for secrets. */
    static ShellWord ofRedacted(String text) {
        return new ShellWord(text, Set.of(), masks(text) > 0);
    }

    /** A text after redaction; what looked like a name before is none. */
    static ShellWord of(String text, UnaryOperator<String> redaction) {
        Set<String> literal =
                SECRET.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
        String redacted = redaction.apply(text);
        return new ShellWord(redacted, literal, masks(redacted) > masks(text));
    }

    private static long masks(String text) {
        return text.indexOf('*') < 0 ? 0 : MASK.matcher(text).results().count();
    }

    /** What a redacted text has the shell fill in. */
    static Set<String> names(String redacted) {
        return SECRET.matcher(redacted)
                .results()
                .map(found -> ShellValue.of(found.group()).name())
                .collect(Collectors.toSet());
    }

    /** The same where these stand between slashes as variables. */
    ShellWord withSegments(Map<String, String> variables) {
        String named = text;
        for (Map.Entry<String, String> each : variables.entrySet()) {
            named = named.replaceAll(
                    "/" + Pattern.quote(each.getKey()) + "(?=[/?#]|$)", "/\\${" + each.getValue() + "}");
        }
        return new ShellWord(named, literal, withheld);
    }

    /** One word that stands for the text. */
    String quoted() {
        List<String> parts = parts(ShellWord::singleQuoted, ShellWord::filledIn);
        return parts.isEmpty() ? "''" : String.join("", parts);
    }

    /** A command that prints the text in a charset, whatever its bytes; they needn't be fit for a terminal. */
    String printed(Charset charset) {
        List<String> secrets = new ArrayList<>();
        List<String> format = parts(plain -> octal(plain, charset), secret -> {
            secrets.add(" " + filledIn(secret));
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

    private static String filledIn(String secret) {
        return "\"" + ShellValue.of(secret).expression() + "\"";
    }

    /** A path or the like as a shell takes it for one word, quoted where it has to be. */
    static String plain(String text) {
        return text.matches("[A-Za-z0-9_./:@%+=-]+") ? text : singleQuoted(text);
    }

    private static String singleQuoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** Whether a build server that reads along could carry out a part of a text. */
    static boolean commandsABuild(String text) {
        return BUILD_COMMAND_PARTS.stream().anyMatch(text::contains)
                && BUILD_COMMAND.matcher(text).find();
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
