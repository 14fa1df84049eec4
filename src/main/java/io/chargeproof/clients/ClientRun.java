package io.chargeproof.clients;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.sandbox.Variant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One run of a client's command.
 *
 * @param variants how the sandbox differed; none for the clean one
 * @param ended how the command ended
 * @param requests how many requests it made, of whatever kind
 * @param started when it began
 * @param last the last exchanges
 */
public record ClientRun(
        List<Variant> variants, ClientCommandLine.Ended ended, long requests, Instant started, List<Exchange> last) {
    private static final int NAMED = 2;

    public ClientRun {
        variants = List.copyOf(variants);
        last = List.copyOf(last);
    }

    /** What it ran against, such as {@code variant evc-id-is-a-uuid}. */
    public String name() {
        return name(variants);
    }

    static String name(List<Variant> variants) {
        String ids = variants.stream().map(Variant::id).collect(Collectors.joining(", "));
        return variants.isEmpty() ? "the clean sandbox" : (variants.size() == 1 ? "variant " : "variants ") + ids;
    }

    /** The same, of many variants the first. */
    public String briefly() {
        int more = variants.size() - NAMED;
        return more > 0 ? name(variants.subList(0, NAMED)) + " and " + more + " more" : name();
    }

    /** As a scenario of no requirement: whether the command ends well here too. */
    ScenarioResult scenario(boolean isWell) {
        String location = name() + " (command)";
        Outcome outcome = isWell ? Outcome.CONFORMS : variants.isEmpty() ? Outcome.NOT_TESTED : Outcome.VIOLATION;
        return new ScenarioResult(
                "The command ends well on " + name(),
                location,
                "",
                "What a client has to bear",
                "",
                List.of(),
                List.of(),
                outcome,
                outcome == Outcome.VIOLATION ? Outcome.CONFORMS : outcome,
                outcome == Outcome.NOT_TESTED ? "it ends with " + ended.inWords() : null,
                started,
                ended.duration(),
                List.of(),
                last.stream().map(Exchange::number).toList(),
                outcome == Outcome.VIOLATION ? List.of(finding()) : List.of(),
                List.of());
    }

    private Finding finding() {
        String sentences = variants.stream().map(Variant::sentence).collect(Collectors.joining(" "));
        return new Finding(
                null,
                Outcome.VIOLATION,
                "the client doesn't cope with " + name() + ": " + sentences,
                "exit code 0, as on the clean sandbox",
                ended.inWords()
                        + (ended.lastLines().isEmpty()
                                ? ""
                                : ", after '"
                                        + ended.lastLines()
                                                .get(ended.lastLines().size() - 1) + "'"),
                last,
                Attribution.CLIENT,
                null);
    }
}
