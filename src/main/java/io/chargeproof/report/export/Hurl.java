package io.chargeproof.report.export;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.MadeId;
import io.chargeproof.report.ShellValue;
import io.chargeproof.report.ShownRequest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests that show findings as a file for Hurl: what came in the run, and what should have come, stand beside them as
 * comments. Where a finding knows which status or which member was wrong, Hurl fails on what came in the run, and passes on
 * what could have come by right; all else it sends again whatever comes of it. Secrets are variables; the first lines say how
 * they are given.
 */
final class Hurl {
    private static final Pattern SECRET = Pattern.compile(ShellValue.SYNTAX);
    private static final String NOT_HERE = "***";

    private final Map<String, String> variables = new TreeMap<>();
    private final StringBuilder entries = new StringBuilder();

    private Hurl() {}

    static String of(Export export) {
        Hurl hurl = new Hurl();
        export.causes().forEach(cause -> hurl.add(export, cause));
        return hurl.head() + hurl.entries;
    }

    private String head() {
        if (variables.isEmpty()) {
            return "";
        }
        StringBuilder head = new StringBuilder("# hurl");
        variables.forEach((name, value) -> head.append(" --variable ")
                .append(name)
                .append("=\"")
                .append(value)
                .append('"'));
        return head.append(" FILE\n").toString();
    }

    private void add(Export export, GroupedFinding cause) {
        comment("");
        comment(cause.id() + ": "
                + (cause.isForItself()
                        ? export.report().title(cause)
                        : String.join(
                                ", ",
                                cause.requirements().stream()
                                        .map(id -> id.value())
                                        .toList())));
        comment(cause.shown().finding().message());
        comment("expected: " + cause.shown().finding().expected());
        comment("actual: " + cause.shown().finding().actual());
        boolean alone = cause.shown().finding().evidence().size() == 1;
        Map<String, String> ids = new LinkedHashMap<>();
        List<ShownRequest> requests = export.requests(cause);
        for (int i = 0; i < requests.size(); i++) {
            List<Exchange> later = requests.subList(i + 1, requests.size()).stream()
                    .map(ShownRequest::exchange)
                    .toList();
            entry(requests.get(i), HurlResponse.to(requests.get(i), alone), ids, later);
        }
    }

    private void entry(ShownRequest shown, HurlResponse response, Map<String, String> ids, List<Exchange> later) {
        HttpRequest request = shown.exchange().request();
        if (request.toString().contains(NOT_HERE) || request.body().text().contains(NOT_HERE)) {
            comment("left out, as it bears a secret in a form that isn't known here: " + shown.purpose());
            return;
        }
        entries.append('\n');
        comment(shown.purpose() + " got " + shown.head());
        entries.append(request.method())
                .append(' ')
                .append(address(request, ids))
                .append('\n');
        request.headers().fields().forEach(this::header);
        body(request.body());
        entries.append(response.status());
        MadeId.by(shown.exchange(), later).flatMap(MadeId::member).ifPresent(member -> {
            String name = "created_id_" + (variables.size() + ids.size() + 1);
            MadeId.by(shown.exchange(), later).ifPresent(made -> ids.put(made.id(), name));
            entries.append("[Captures]\n")
                    .append(name)
                    .append(": body regex /\"")
                    .append(member)
                    .append("\"\\s*:\\s*\"?([^\",}\\s]*)/\n");
        });
        entries.append(response.asserts());
    }

    private String address(HttpRequest request, Map<String, String> ids) {
        String address = escaped(request.uri().toASCIIString(), Hurl::inLine);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            address = address.replaceAll("/" + Pattern.quote(id.getKey()) + "(?=[/?]|$)", "/{{" + id.getValue() + "}}");
        }
        return address;
    }

    private void header(Headers.Field field) {
        entries.append(escaped(field.name(), Hurl::inName))
                .append(": ")
                .append(escaped(field.value(), Hurl::inLine))
                .append('\n');
    }

    private void body(Body body) {
        if (body.isEmpty()) {
            return;
        }
        if (Body.of(body.text()).equals(body)) {
            entries.append('`').append(escaped(body.text(), Hurl::inString)).append("`\n");
        } else {
            entries.append("hex,")
                    .append(HexFormat.of().formatHex(body.bytes()))
                    .append(";\n");
        }
    }

    /** The text with variables for secrets, and escapes for what means something there. */
    private String escaped(String text, IntFunction<Optional<String>> escapes) {
        StringBuilder escaped = new StringBuilder();
        int done = 0;
        for (Matcher matcher = SECRET.matcher(text); matcher.find(); ) {
            append(text.substring(done, matcher.start()), escapes, escaped);
            escaped.append("{{").append(variable(matcher.group())).append("}}");
            done = matcher.end();
        }
        append(text.substring(done), escapes, escaped);
        return escaped.toString();
    }

    private String variable(String secret) {
        ShellValue value = ShellValue.of(secret);
        boolean plain = value.expression().equals("${" + value.name() + "}");
        String stem = plain ? value.name() : value.name() + "_CHANGED";
        String name = stem;
        for (int i = 2; !variables.getOrDefault(name, value.expression()).equals(value.expression()); i++) {
            name = stem + "_" + i;
        }
        variables.put(name, value.expression());
        return name;
    }

    private static void append(String text, IntFunction<Optional<String>> escapes, StringBuilder into) {
        // Two opening braces would begin a variable.
        boolean afterBrace = false;
        for (int point : text.codePoints().toArray()) {
            if (point == '{' && afterBrace) {
                into.append(unicode(point));
            } else {
                into.append(escapes.apply(point).orElseGet(() -> Character.toString(point)));
            }
            afterBrace = point == '{';
        }
    }

    private static Optional<String> inLine(int point) {
        return point == '#' || point == '\\' ? Optional.of("\\" + (char) point) : hidden(point);
    }

    private static Optional<String> inName(int point) {
        return point == ':' ? Optional.of("\\:") : inLine(point);
    }

    private static Optional<String> inString(int point) {
        return switch (point) {
            case '`', '\\' -> Optional.of("\\" + (char) point);
            case '\n' -> Optional.of("\\n");
            case '\r' -> Optional.of("\\r");
            case '\t' -> Optional.of("\\t");
            default -> hidden(point);
        };
    }

    private static Optional<String> hidden(int point) {
        return DisplayText.isHidden(point) ? Optional.of(unicode(point)) : Optional.empty();
    }

    private static String unicode(int point) {
        return "\\u{" + Integer.toHexString(point) + "}";
    }

    private void comment(String text) {
        entries.append(text.isEmpty() ? "\n" : "# " + DisplayText.of(text) + "\n");
    }
}
