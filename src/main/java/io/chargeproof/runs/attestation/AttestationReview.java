package io.chargeproof.runs.attestation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a signed statement on a run, and the run's files beside it, without a network. It is refused for the first of these: the
 * signature isn't the key's, a file is missing or changed, the statement says something else than the run, it is another target,
 * suite or a narrower scope, or too old.
 */
public final class AttestationReview {
    /** Clocks may differ by so much. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final int SHOWN = 5;

    private final Path file;
    private final PublicKey key;

    /**
     * A review of a statement.
     *
     * @param file the envelope, or the folder of a run that has one
     * @param key a PEM file with the public key
     * @throws io.chargeproof.api.UsageException if the key can't be used
     */
    public AttestationReview(Path file, Path key) {
        this.file = Files.isDirectory(file) ? file.resolve(Attestation.FILE) : file;
        this.key = new KeyFile(key).checking();
    }

    /**
     * What was attested, where it can be relied on.
     *
     * @param verdict the run's verdict
     * @param exitCode the run's exit code
     * @param scope what was in scope, such as {@code 69 of 69 MUSTs}
     * @param target the target's name
     * @param finished when the run ended
     */
    public record Attested(String verdict, int exitCode, String scope, String target, Instant finished) {}

    /** The statement can't be relied on; the message says why, to follow the file's name. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    /**
     * Reviews it.
     *
     * @throws Refused if it can't be relied on
     */
    public Attested expecting(Expectation expected) throws Refused {
        JsonNode statement = statement(envelope());
        JsonNode run = wholeRun(statement);
        String profile = Statement.profile(statement.path("predicate"));
        require(
                statement.path("predicate").equals(Statement.predicate(run, profile)),
                "says something else of the run than its " + Attestation.CONFORMANCE);
        requireTarget(run, expected.target());
        if (expected.profile() != null) {
            require(profile != null, "doesn't say which profile the run had");
            require(
                    RunFiles.ofProfile(expected.profile()).equals(profile),
                    "is about a run with another profile than " + expected.profile());
        }
        requireSuite(run, expected);
        Instant finished = requireAge(run, expected);
        return new Attested(
                run.path("verdict").asString(""),
                run.path("exit-code").asInt(),
                run.path("scope").path("text").asString(""),
                run.path("target").path("name").asString(""),
                finished);
    }

    private Envelope envelope() throws Refused {
        Envelope envelope;
        try {
            envelope = Envelope.read(Files.readString(file, UTF_8));
        } catch (IOException unreadable) {
            throw new Refused("can't be read");
        } catch (IllegalArgumentException malformed) {
            throw new Refused(String.valueOf(malformed.getMessage()));
        }
        require(envelope.isSignedBy(key), "isn't signed by this key, or was changed since");
        return envelope;
    }

    private static JsonNode statement(Envelope envelope) throws Refused {
        require(
                envelope.type().equals(Statement.MEDIA_TYPE),
                "holds " + envelope.type() + ", not an in-toto statement");
        JsonNode statement = json(envelope.payload());
        require(
                statement.path("_type").asString("").equals(Statement.TYPE)
                        && statement.path("predicateType").asString("").equals(Statement.PREDICATE_TYPE),
                "isn't a statement on a test's result");
        return statement;
    }

    private static JsonNode json(String text) throws Refused {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException malformed) {
            throw new Refused("holds what isn't JSON");
        }
    }

    /** What the run found, once each of its files is known to be there as it was. */
    private JsonNode wholeRun(JsonNode statement) throws Refused {
        SortedMap<String, String> attested = new TreeMap<>();
        statement
                .path("subject")
                .forEach(subject -> attested.put(
                        subject.path("name").asString(""),
                        subject.path("digest").path("sha256").asString("")));
        require(attested.containsKey(Attestation.CONFORMANCE), "doesn't cover " + Attestation.CONFORMANCE);
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        SortedMap<String, String> found = RunFiles.in(folder, Attestation.FILE);
        for (Map.Entry<String, String> each : attested.entrySet()) {
            String now = found.get(each.getKey());
            require(now != null, "covers " + each.getKey() + ", which is missing");
            require(each.getValue().equals(now), "covers " + each.getKey() + ", which was changed");
        }
        require(
                attested.keySet().containsAll(found.keySet()),
                "doesn't cover all that is beside it: " + listed(without(found.keySet(), attested.keySet())));
        try {
            return json(Files.readString(folder.resolve(Attestation.CONFORMANCE), UTF_8));
        } catch (IOException unreadable) {
            throw new Refused("covers " + Attestation.CONFORMANCE + ", which can't be read");
        }
    }

    private static void requireTarget(JsonNode run, String expected) throws Refused {
        JsonNode target = run.path("target");
        boolean same = target.path("name").asString("").equals(expected)
                || target.path("apis")
                        .valueStream()
                        .anyMatch(api -> api.asString("").equals(expected));
        require(
                same,
                "is about the target " + target.path("name").asString("") + " at "
                        + target.path("apis")
                                .valueStream()
                                .map(api -> api.asString(""))
                                .collect(Collectors.joining(", "))
                        + ", not " + expected);
    }

    private static void requireSuite(JsonNode run, Expectation expected) throws Refused {
        String version = run.path("run").path("version").asString("");
        require(
                version.equals(expected.version()),
                "is of version " + version + " of the suite, not " + expected.version());
        String ended = run.path("run").path("ended").asString("");
        require(ended.equals("complete"), "is about a run that didn't end by itself (" + ended + ")");
        String depth = run.path("run").path("depth").asString("");
        require(!depth.equals("smoke"), "is about a run at depth smoke, which leaves most requirements out");
        JsonNode scope = run.path("scope");
        for (String narrowing : List.of("tags", "shard", "rerun")) {
            JsonNode value = scope.path(narrowing);
            require(
                    value.isMissingNode() || value.isNull(),
                    "is about a part of the suite (" + narrowing + " " + value.asString("") + ")");
        }
        require(!scope.path("read-only").asBoolean(false), "is about a run that was read-only, and so about a part");
        Set<String> inScope = run.path("requirements")
                .valueStream()
                .filter(each -> !each.path("outcome").asString("").equals("out-of-scope"))
                .map(each -> each.path("id").asString(""))
                .collect(Collectors.toSet());
        List<String> lacking = without(expected.musts(), inScope);
        require(lacking.isEmpty(), "leaves requirements out: " + listed(lacking));
    }

    private static Instant requireAge(JsonNode run, Expectation expected) throws Refused {
        Instant finished;
        try {
            finished = Instant.parse(run.path("run").path("finished").asString(""));
        } catch (DateTimeException malformed) {
            throw new Refused("doesn't say when the run ended");
        }
        require(
                !finished.isAfter(expected.now().plus(AHEAD)),
                "is about a run that ended in the future, at " + finished);
        require(
                !finished.plus(expected.maxAge()).isBefore(expected.now()),
                "is about a run that ended at " + finished + ", longer ago than it may");
        return finished;
    }

    private static List<String> without(Set<String> all, Set<String> some) {
        return new TreeSet<>(all).stream().filter(each -> !some.contains(each)).toList();
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? shown + " and " + (names.size() - SHOWN) + " more" : shown;
    }

    private static void require(boolean holds, String otherwise) throws Refused {
        if (!holds) {
            throw new Refused(otherwise);
        }
    }
}
