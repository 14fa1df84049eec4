package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.traffic.Side;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.TrafficReport;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.UnreadableRecording;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges recorded traffic. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judges what passed between a client and a provider, both sides, and writes a report. Nothing is sent.",
            "A file is HAR 1.2 (of a browser, mitmproxy, Charles or Postman), exchanges.jsonl of a run, or lines of JSON, an"
                    + " exchange each; any of them packed with gzip too. Each file is a recording of its own.",
            "The least that a line needs:",
            "  {\"started\": \"2026-03-01T10:00:00Z\", \"duration-ms\": 12,",
            "   \"request\": {\"method\": \"POST\", \"url\": \"https://…\", \"headers\": {…}, \"body\": \"…\"},",
            "   \"answer\": {\"status\": 200, \"headers\": {…}, \"body\": \"…\"}}"
        },
        footer = {
            "",
            "Example:",
            "  chargeproof judge session.har --side client",
            "",
            "Exit codes: 0 conforming, 1 non-conforming, 2 usage or nothing to judge, 3 incomplete, 70 internal error"
        })
final class JudgeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The recordings.")
    List<Path> files = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description =
                    "Judges only what passed to the addresses of this profile (default: whatever path and call tell).")
    @Nullable Path profile;

    @Option(
            names = "--side",
            paramLabel = "SIDE",
            description = "Whom report and exit code are about: provider, client or both (default: ${DEFAULT-VALUE}).")
    String side = "both";

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Set<Side> sides = sides();
        boolean failsOnWarning = writing.failsOnWarning();
        Path place = ReportDirectoryCheck.prepare(writing.folder());
        Instant started = Instant.now();
        Profile described = described();
        TrafficJudge judge = judge(described);
        Main.conceal(judge.secrets(), spec);
        TrafficReport report = new TrafficReport(judge, sides, failsOnWarning);
        if (report.checks() == 0) {
            throw new UsageException(nothing(judge));
        }
        return deliver(report.of(run(started), target(described)), how(place, described, judge));
    }

    private Set<Side> sides() {
        return switch (side) {
            case "both" -> EnumSet.allOf(Side.class);
            case "provider" -> EnumSet.of(Side.PROVIDER);
            case "client" -> EnumSet.of(Side.CLIENT);
            default -> throw new UsageException("--side knows provider, client and both, not '" + side + "'");
        };
    }

    private @Nullable Profile described() {
        if (profile == null) {
            return null;
        }
        LoadedProfile read = TargetOptions.read(profile, RequirementCatalogue.shipped(), spec);
        read.warnings()
                .forEach(warning -> spec.commandLine().getErr().println("warning: " + DisplayText.visible(warning)));
        return read.profile();
    }

    private TrafficJudge judge(@Nullable Profile described) {
        TrafficJudge judge = described == null
                ? new TrafficJudge(ApiAddresses.anywhere(), false)
                : new TrafficJudge(ApiAddresses.of(described), true);
        try {
            files.forEach(judge::judge);
        } catch (UnreadableRecording unreadable) {
            throw new UsageException(String.valueOf(unreadable.getMessage()));
        }
        return judge;
    }

    private String nothing(TrafficJudge judge) {
        String where = profile == null
                ? "no path ends in /api/rest/customer and no body is a user-get-details or user-post-details; give the"
                        + " recording of a session that calls them, with its request bodies"
                : "none goes to the addresses of the profile; compare them, or leave --profile out";
        return judge.exchanges() == 0
                ? "nothing was judged: of " + judge.entries() + " recorded exchanges " + where
                : "nothing was judged of the " + side + ": the " + judge.exchanges()
                        + " recorded exchanges of the APIs lack what decides; record their headers and bodies";
    }

    private static RunReport.Run run(Instant started) {
        String id = Long.toString(started.toEpochMilli(), 36) + Long.toString(new SecureRandom().nextLong(46_656), 36);
        return new RunReport.Run(id, started, Instant.now(), Version.NUMBER, 1, "recorded");
    }

    private static RunReport.Target target(@Nullable Profile described) {
        if (described == null) {
            return RunReport.Target.nowhere("recorded-traffic", "recorded");
        }
        return new RunReport.Target(described.name(), "recorded", described.addresses());
    }

    private ReportOptions how(Path place, @Nullable Profile described, TrafficJudge judge) {
        Map<String, String> secrets = new TreeMap<>(judge.secrets());
        if (described != null) {
            secrets.putAll(described.secrets());
        }
        Redactor redactor = Redactor.of(secrets);
        return new ReportOptions(place, writing.skipHtml, writing.singleFile, redactor, redactor::redact);
    }

    private int deliver(RunReport report, ReportOptions how) {
        return new ReportDelivery(spec).deliver(RedactedReport.of(report, how), how);
    }
}
