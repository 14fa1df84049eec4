package io.chargeproof.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Renders a request as one command for a POSIX shell, to be pasted. Secrets are {@code ${NAME}}, left to the shell to
 * fill in; one that JSON or a URL would have to escape is filled in as it is.
 */
public final class Curl {
    /** A single argument can't be longer on Linux; a built-in command of the shell knows no such limit. */
    private static final int LONGEST_ARGUMENT = 100_000;

    private static final Set<HttpMethod> USUALLY_WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpRequest request;
    private final Function<String, ShellWord> shell;

    private Curl(HttpRequest request, Function<String, ShellWord> shell) {
        this.request = request;
        this.shell = shell;
    }

    /** The command for a request that is redacted already. */
    public static String of(HttpRequest redacted) {
        return new Curl(redacted, ShellWord::ofRedacted).command();
    }

    /** The command for a request, each part of which goes through a redaction that writes {@code ${NAME}}. */
    public static String of(HttpRequest request, UnaryOperator<String> redaction) {
        return new Curl(request, text -> ShellWord.of(text, redaction)).command();
    }

    /** The names of the variables that the command for a request fills in, the request being redacted already. */
    public static Set<String> variables(HttpRequest redacted) {
        Set<String> names = new TreeSet<>(ShellWord.names(redacted.uri().toASCIIString()));
        redacted.headers().fields().forEach(field -> names.addAll(ShellWord.names(line(field))));
        names.addAll(ShellWord.names(redacted.body().text()));
        return names;
    }

    private String command() {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i"));
        String path = Optional.ofNullable(request.uri().getRawPath()).orElse("");
        if (path.contains("/.")) {
            words.add("--path-as-is");
        }
        words.addAll(List.of("-X", request.method().name()));
        words.add(quoted(request.uri().toASCIIString()));
        request.headers().fields().forEach(field -> words.addAll(List.of("-H", quoted(line(field)))));
        without("Accept", words);
        Optional<String> text = asArgument();
        boolean hasBody = !request.body().isEmpty() || USUALLY_WITH_BODY.contains(request.method());
        if (!hasBody) {
            return String.join(" ", words);
        }
        without("Content-Type", words);
        if (text.isPresent()) {
            words.addAll(List.of("--data-raw", quoted(text.get())));
            return String.join(" ", words);
        }
        words.addAll(List.of("-H", "'Expect:'", "--data-binary", "@-"));
        return piped() + " | " + String.join(" ", words);
    }

    /** What curl adds of its own, where the request hasn't got it. */
    private void without(String name, List<String> words) {
        if (request.headers().first(name).isEmpty()) {
            words.addAll(List.of("-H", "'" + name + ":'"));
        }
    }

    private static String line(Headers.Field field) {
        return field.value().isEmpty() ? field.name() + ";" : field.name() + ": " + field.value();
    }

    private String quoted(String text) {
        return shell.apply(text).quoted();
    }

    /** The body where it fits into an argument and nothing in it would upset a terminal or command a build server. */
    private Optional<String> asArgument() {
        if (request.body().size() > LONGEST_ARGUMENT) {
            return Optional.empty();
        }
        return utf8().filter(text -> text.codePoints().allMatch(Curl::isHarmless))
                .filter(text -> !ShellWord.commandsABuild(text));
    }

    private Optional<String> utf8() {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body().bytes()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private String piped() {
        // Text is redacted as text; of what isn't, each byte is a letter, and one byte again afterwards.
        return utf8().map(text -> shell.apply(text).printed(StandardCharsets.UTF_8))
                .orElseGet(() -> shell.apply(new String(request.body().bytes(), StandardCharsets.ISO_8859_1))
                        .printed(StandardCharsets.ISO_8859_1));
    }

    static boolean isHarmless(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL -> letter == '\n';
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
