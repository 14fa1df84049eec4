package io.chargeproof.prove;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer as a shell shows it, without what differs each time.
 *
 * @param head status and header fields
 * @param body the body
 */
record ShellAnswer(String head, String body) {
    private static final String MARK = "@@@@next@@@@";
    private static final List<String> OTHERWISE_EACH_TIME =
            List.of("date", "content-length", "transfer-encoding", "connection", ":status");
    private static final Pattern CUSTOMER = Pattern.compile("\\b10000[0-9]{2,3}\\b");
    private static final Pattern PASSWORD = Pattern.compile("\\$\\{EVC_NET_NEW_PASSWORD}|Serves-as-well-as-4ny");

    /** The answer in a run; customers get numbers of their own, the same ones each time. */
    static ShellAnswer of(Exchange exchange, Map<String, String> ids) {
        if (exchange.reply() instanceof HttpAnswer answer) {
            List<String> fields = answer.headers().fields().stream()
                    .map(field -> field.name() + ": " + field.value())
                    .toList();
            return new ShellAnswer(
                    head(answer.status(), fields, ids), body(answer.body().text(), ids));
        }
        return new ShellAnswer("no answer", "");
    }

    /** What came of commands that are pasted into one shell, one after the other. */
    static List<ShellAnswer> pasted(
            String shell, List<String> commands, Map<String, String> environment, UnaryOperator<String> redaction) {
        String script = commands.stream()
                .map(command -> command + "\nprintf '\\n" + MARK + "\\n'\n")
                .collect(Collectors.joining());
        String shown = run(shell, script, environment);
        List<ShellAnswer> answers = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        for (String each : shown.split("\\n" + MARK + "\\n", -1)) {
            answers.add(parsed(each, redaction, ids));
        }
        return answers.subList(0, commands.size());
    }

    private static String run(String shell, String script, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(shell, "-s").redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
            builder.environment().putAll(environment);
            builder.environment().put("LC_ALL", "C.UTF-8");
            java.nio.file.Path input = java.nio.file.Files.createTempFile("pasted", ".sh");
            java.nio.file.Files.writeString(input, script);
            Process process = builder.redirectInput(input.toFile()).start();
            byte[] shown = process.getInputStream().readAllBytes();
            process.waitFor(1, TimeUnit.MINUTES);
            java.nio.file.Files.delete(input);
            return new String(shown, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ShellAnswer parsed(String shown, UnaryOperator<String> redaction, Map<String, String> ids) {
        int at = shown.indexOf("HTTP/1.1 ");
        if (at < 0) {
            return new ShellAnswer("no answer", "");
        }
        String answer = shown.substring(at);
        while (answer.startsWith("HTTP/1.1 100")) {
            answer = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        }
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        List<String> lines = List.of(head.split("\r\n", -1));
        int status = Integer.parseInt(lines.get(0).split(" ", -1)[1]);
        String body = end < 0 ? "" : new String(answer.substring(end + 4).getBytes(ISO_8859_1), UTF_8);
        List<String> fields =
                lines.subList(1, lines.size()).stream().map(redaction).toList();
        return new ShellAnswer(head(status, fields, ids), body(redaction.apply(body), ids));
    }

    private static String head(int status, List<String> fields, Map<String, String> ids) {
        TreeSet<String> kept = new TreeSet<>();
        fields.forEach(field -> {
            String name = field.split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (!OTHERWISE_EACH_TIME.contains(name) && !field.startsWith(":")) {
                kept.add(body(name + ":" + field.substring(field.indexOf(':') + 1), ids));
            }
        });
        return "HTTP " + status + " " + kept;
    }

    private static String body(String text, Map<String, String> ids) {
        String plain = CUSTOMER.matcher(text)
                .replaceAll(found -> ids.computeIfAbsent(found.group(), id -> "#" + (ids.size() + 1)));
        return PASSWORD.matcher(plain).replaceAll("#").strip();
    }
}
