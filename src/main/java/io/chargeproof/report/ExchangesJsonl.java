package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The file {@code exchanges.jsonl}: every exchange of a run, one a line, enough to judge it again later. */
public final class ExchangesJsonl {
    /** The file's name in a run's directory. */
    public static final String FILE = "exchanges.jsonl";

    /**
     * One line of the file.
     *
     * @param exchange the exchange; what was secret in it is a placeholder such as <code>${EVC_NET_TOKEN}</code>
     * @param scenario where the scenario stands that made it; empty if it was made outside of one
     */
    public record Entry(Exchange exchange, String scenario) {}

    private ExchangesJsonl() {}

    static void write(RunReport report, Path file) throws IOException {
        Map<Long, String> scenarios = new HashMap<>();
        report.scenarios()
                .forEach(
                        scenario -> scenario.exchanges().forEach(number -> scenarios.put(number, scenario.location())));
        try (Writer writer = Files.newBufferedWriter(file, UTF_8)) {
            for (Exchange exchange : report.exchanges()) {
                writer.write(text(exchange, scenarios.get(exchange.number())));
            }
        }
    }

    /**
     * Reads such a file back.
     *
     * @param file {@code exchanges.jsonl} of a run
     * @throws IOException if it can't be read, or a line isn't one that a report writes
     */
    public static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file, UTF_8)) {
            number++;
            try {
                entries.add(LoggedExchange.of(Json.MAPPER.readTree(line)));
            } catch (JacksonException | IllegalArgumentException unreadable) {
                throw new IOException(
                        file + ", line " + number + ": not an exchange as a report writes it; leave the file as it was",
                        unreadable);
            }
        }
        return List.copyOf(entries);
    }

    /** A line with its end. */
    static String text(Exchange exchange, @Nullable String scenario) {
        return Json.line(line(exchange, scenario));
    }

    private static ObjectNode line(Exchange exchange, @Nullable String scenario) {
        ObjectNode line = Json.object().put("number", exchange.number()).put("scenario", scenario);
        putPurpose(exchange.request().purpose(), line.putObject("purpose"));
        putRequest(exchange.request(), line.putObject("request"));
        if (exchange.reply() instanceof HttpAnswer answer) {
            putAnswer(answer, line.putObject("answer"));
            line.putNull("no-answer");
        } else if (exchange.reply() instanceof NoAnswer none) {
            line.putNull("answer");
            line.putObject("no-answer").put("cause", label(none.cause())).put("detail", none.detail());
        }
        return line.put("attempts", exchange.attempts())
                .put("started", exchange.started().toString())
                .put("duration-ms", BigDecimal.valueOf(exchange.duration().toNanos() / 1000, 3));
    }

    private static void putPurpose(RequestPurpose purpose, ObjectNode into) {
        into.put("api", purpose.api()).put("operation", purpose.operation()).put("variant", purpose.variant());
        ArrayNode traits = into.putArray("traits");
        for (RequestTrait trait : RequestTrait.values()) {
            if (purpose.is(trait)) {
                traits.add(label(trait));
            }
        }
        if (!purpose.group().isEmpty()) {
            into.put("group", purpose.group());
        }
    }

    private static void putRequest(HttpRequest request, ObjectNode into) {
        into.put("method", request.method().name()).put("url", request.uri().toString());
        putHeaders(request.headers(), into);
        putBody(request.body(), into);
        into.put("resend", label(request.resend()));
    }

    private static void putAnswer(HttpAnswer answer, ObjectNode into) {
        into.put("status", answer.status());
        putHeaders(answer.headers(), into);
        putBody(answer.body(), into);
        into.put("cut", answer.cut());
    }

    private static void putHeaders(Headers headers, ObjectNode into) {
        ArrayNode fields = into.putArray("headers");
        headers.fields()
                .forEach(field -> fields.addObject().put("name", field.name()).put("value", field.value()));
    }

    // Bytes that aren't UTF-8 are written a character each, or they couldn't be had back.
    private static void putBody(Body body, ObjectNode into) {
        String text = body.text();
        if (Body.of(text).equals(body)) {
            into.put("body", text);
        } else {
            into.put("body", new String(body.bytes(), ISO_8859_1)).put("body-charset", ISO_8859_1.name());
        }
    }

    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
