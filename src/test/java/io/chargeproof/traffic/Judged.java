package io.chargeproof.traffic;

import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.traffic.recording.ApiAddresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the judge says of a recording. */
record Judged(RunReport report) {
    static Judged of(List<Exchange> exchanges) {
        return ofHar(HarFile.text(exchanges));
    }

    static Judged ofHar(String text) {
        return of(text, "session.har");
    }

    static Judged of(String text, String name) {
        try {
            Path folder = Files.createTempDirectory("judged");
            Path file = Files.writeString(folder.resolve(name), text);
            try {
                return of(file);
            } finally {
                Files.delete(file);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Judged of(Path file) {
        TrafficJudge judge = new TrafficJudge(ApiAddresses.anywhere(), false);
        judge.judge(file);
        RunReport.Run run = new RunReport.Run("r1", Instant.EPOCH, Instant.EPOCH, "0", 1, "recorded");
        return new Judged(new TrafficReport(judge, EnumSet.allOf(Side.class), false)
                .of(run, RunReport.Target.nowhere("recorded-traffic", "recorded")));
    }

    /** The requirements with an outcome. */
    Set<String> with(Outcome... outcomes) {
        return report.requirements().stream()
                .filter(each -> Set.of(outcomes).contains(each.outcome()))
                .map(each -> each.requirement().id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> broken() {
        return with(Outcome.VIOLATION, Outcome.WARNING);
    }

    RequirementResult result(String id) {
        return report.requirements().stream()
                .filter(each -> each.requirement().id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The message of the first finding on a requirement. */
    String message(String id) {
        return result(id).findings().get(0).finding().message();
    }
}
