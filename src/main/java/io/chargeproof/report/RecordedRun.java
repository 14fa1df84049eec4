package io.chargeproof.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.exchange.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A run as its files tell it.
 *
 * @param directory the run's directory
 * @param report what it found; what was secret in it is a placeholder such as <code>${EVC_NET_TOKEN}</code>
 */
public record RecordedRun(Path directory, RunReport report) {
    /**
     * Reads a run whole, its exchanges too.
     *
     * @throws UnreadableRun if it isn't there, or damaged
     */
    public static RecordedRun read(RunReference reference) {
        Path file = reference.conformance();
        JsonNode root = root(file);
        return reading(file, () -> {
            Path directory =
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            return new RecordedRun(directory, new ConformanceReader(root, exchanges(directory)).report());
        });
    }

    /**
     * Reads of a run what a comparison needs; its {@code conformance.json} alone is enough.
     *
     * @throws UnreadableRun if it isn't there, or damaged
     */
    public static RunOutline outline(RunReference reference) {
        Path file = reference.conformance();
        JsonNode root = root(file);
        return reading(file, () -> OutlineReader.read(root, file));
    }

    private static JsonNode root(Path file) {
        try {
            JsonNode root = Json.MAPPER.readTree(Files.readString(file, UTF_8));
            if (root.path("schema").asString("").equals(ConformanceJson.SCHEMA)) {
                return root;
            }
            throw new UnreadableRun(file + " doesn't say that it is " + ConformanceJson.SCHEMA
                    + "; name a conformance.json that a run wrote");
        } catch (IOException | JacksonException damaged) {
            throw new UnreadableRun(file + " can't be read as JSON; it may be damaged: name another run");
        }
    }

    private static Map<Long, Exchange> exchanges(Path directory) {
        Path file = directory.resolve(ExchangesJsonl.FILE);
        if (!Files.isRegularFile(file)) {
            throw new UnreadableRun("there is no " + ExchangesJsonl.FILE + " in " + directory
                    + ", and this needs the run's exchanges; keep the whole folder of a run");
        }
        try {
            return ExchangesJsonl.read(file).stream()
                    .map(ExchangesJsonl.Entry::exchange)
                    .collect(Collectors.toMap(Exchange::number, exchange -> exchange, (one, other) -> one));
        } catch (IOException damaged) {
            throw new UnreadableRun(String.valueOf(damaged.getMessage()));
        }
    }

    private static <T> T reading(Path file, java.util.function.Supplier<T> reader) {
        try {
            return reader.get();
        } catch (JacksonException | IllegalArgumentException | DateTimeException damaged) {
            String why =
                    List.of(String.valueOf(damaged.getMessage()).split("\n", 2)).get(0);
            throw new UnreadableRun(file + " isn't what a run of this version writes: " + why);
        }
    }
}
