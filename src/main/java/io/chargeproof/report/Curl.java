package io.chargeproof.report;

import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.PrintableText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Renders a request as one command for a POSIX shell, to be pasted, which sends the very bytes. Secrets are
 * {@code ${NAME}}, left to the shell to fill in, and what was made of a secret is an expression that makes it again. A
 * request with something in it that no expression makes is a comment that says so.
 */
public final class Curl {
    /** A single argument can't be longer on Linux; a built-in command of the shell knows no such limit. */
    private static final int LONGEST_ARGUMENT = 100_000;

    /** Stands in place of a command that would send something else. */
    private static final String NO_COMMAND =
            "# no command: the request bears a secret in a form that no expression of a"
                    + " shell makes here (***); exchanges.jsonl has the rest of the request";

    private static final Set<HttpMethod> USUALLY_WITH_BODY = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

    private final HttpRequest request;
    private final Function<String, ShellWord> shell;
    private final Map<String, String> segments;
    private boolean withheld;

    private Curl(HttpRequest request, Function<String, ShellWord> shell, Map<String, String> segments) {
        this.request = request;
        this.shell = shell;
        this.segments = segments;
    }

    /** The command for a request that is redacted already. */
    public static String of(HttpRequest redacted) {
        return of(redacted, Map.of());
    }

    /**
     * The same in a shell that knows parts of the address.
     *
     * @param segments what stands between two slashes of the path, and the variable that has it
     */
    public static String of(HttpRequest redacted, Map<String, String> segments) {
        return new Curl(redacted, ShellWord::ofRedacted, segments).command();
    }

    /** The command for a request, each part of which goes through a redaction that writes {@code ${NAME}}. */
    public static String of(HttpRequest request, UnaryOperator<String> redaction) {
        return of(request, redaction, Map.of());
    }

    /** The same in a shell that knows parts of the address. */
    public static String of(HttpRequest request, UnaryOperator<String> redaction, Map<String, String> segments) {
        return new Curl(request, text -> ShellWord.of(text, redaction), segments).command();
    }

    /** The names of the variables that the command for a request fills in, the request being redacted already. */
    public static Set<String> variables(HttpRequest redacted) {
        Set<String> names = new TreeSet<>(ShellWord.names(redacted.uri().toASCIIString()));
        redacted.headers().fields().forEach(field -> names.addAll(ShellWord.names(line(field))));
        names.addAll(ShellWord.names(redacted.body().text()));
        return names;
    }

    private String command() {
        String command = words();
        return withheld ? NO_COMMAND : command;
    }

    private String words() {
        List<String> words = new ArrayList<>(List.of("curl", "-sS", "-i"));
        String path = Optional.ofNullable(request.uri().getRawPath()).orElse("");
        if (path.contains("/.")) {
            words.add("--path-as-is");
        }
        words.addAll(List.of("-X", request.method().name()));
        words.add(word(request.uri().toASCIIString()).withSegments(segments).quoted());
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
        return word(text).quoted();
    }

    private ShellWord word(String text) {
        ShellWord word = shell.apply(text);
        withheld |= word.withheld();
        return word;
    }

    /** The body where it fits into an argument and nothing in it would upset a terminal or command a build server. */
    private Optional<String> asArgument() {
        if (request.body().size() > LONGEST_ARGUMENT) {
            return Optional.empty();
        }
        return utf8().filter(text -> text.codePoints().allMatch(PrintableText::isHarmless))
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
        return utf8().map(text -> word(text).printed(StandardCharsets.UTF_8))
                .orElseGet(() -> word(new String(request.body().bytes(), StandardCharsets.ISO_8859_1))
                        .printed(StandardCharsets.ISO_8859_1));
    }
}
