package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.profile.LoadedProfile;
import io.chargeproof.profile.Profile;
import io.chargeproof.report.DisplayText;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.traffic.Side;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.TrafficReport;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.UnreadableRecording;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
                    + " exchange each; any of them packed with gzip too. Of several files one that begins after the one before it"
                    + " ended continues it; any other is a conversation of its own.",
            "The least that a line needs:",
            "  {\"started\": \"2026-03-01T10:00:00Z\", \"duration-ms\": 12,",
            "   \"request\": {\"method\": \"POST\", \"url\": \"https://…\", \"headers\": {…}, \"body\": \"…\"},",
            "   \"answer\": {\"status\": 200, \"headers\": {…}, \"body\": \"…\"}}",
            "A line may also be an entry as HAR has it."
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

    @Mixin
    SideOption about = new SideOption();

    @Mixin
    WritingOptions writing = new WritingOptions();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Set<Side> sides = about.sides();
        boolean failsOnWarning = writing.failsOnWarning();
        Path place = ReportDirectoryCheck.prepare(writing.folder());
        Instant started = Instant.now();
        Profile described = described();
        TrafficJudge judge = judge(described);
        TrafficReport report = new TrafficReport(judge, sides, failsOnWarning);
        if (report.checks() == 0) {
            throw new UsageException(nothing(judge));
        }
        return new TrafficDelivery(spec, place, writing.skipHtml, writing.singleFile, described, name(), started)
                .deliver(judge, report::of, List.of());
    }

    /** Of another recording nothing is to be compared with. */
    private String name() {
        String first = String.valueOf(files.get(0).getFileName());
        return files.size() == 1 ? first : first + " and " + (files.size() - 1) + " more";
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
                : new TrafficJudge(
                        ApiAddresses.of(described), true, ProfileExcuses.of(described), (requirement, finding) -> {});
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
                : "nothing was judged of the " + about.side + ": the " + judge.exchanges()
                        + " recorded exchanges of the APIs lack what decides; record their headers and bodies";
    }
}
