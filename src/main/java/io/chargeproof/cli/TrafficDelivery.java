package io.chargeproof.cli;

import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportFormat;
import io.chargeproof.report.ReportOptions;
import io.chargeproof.report.RunReport;
import io.chargeproof.traffic.TrafficJudge;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Delivers what was judged of traffic: summary, report and exit code, as a run does.
 *
 * @param spec the command
 * @param place the folder of reports
 * @param skipHtml whether the HTML report is left out
 * @param singleFile whether it is one file
 * @param profile what describes the target, if anything does
 * @param name what the traffic is called where no profile names its target
 * @param started when judging began
 */
record TrafficDelivery(
        CommandSpec spec,
        Path place,
        boolean skipHtml,
        boolean singleFile,
        @Nullable Profile profile,
        String name,
        Instant started) {
    /** Delivers the report that is made for this run and target; the exit code. */
    int deliver(
            TrafficJudge judge,
            BiFunction<RunReport.Run, RunReport.Target, RunReport> report,
            List<ReportFormat> more) {
        Map<String, String> secrets = new TreeMap<>(judge.secrets());
        Main.conceal(secrets, spec);
        if (profile != null) {
            secrets.putAll(profile.secrets());
        }
        Redactor redactor = Redactor.of(secrets);
        ReportOptions how = new ReportOptions(place, skipHtml, singleFile, redactor, redactor::redact);
        RunReport made = report.apply(run(), target()).of(SourceCommit.idHere());
        return new ReportDelivery(spec).deliver(RedactedReport.of(made, how), how, more);
    }

    private RunReport.Run run() {
        String id = Long.toString(started.toEpochMilli(), 36) + Long.toString(new SecureRandom().nextLong(46_656), 36);
        return new RunReport.Run(id, started, Instant.now(), Version.NUMBER, 1, RunReport.Run.OF_TRAFFIC);
    }

    private RunReport.Target target() {
        if (profile == null) {
            return RunReport.Target.nowhere(name, RunReport.Target.RECORDED);
        }
        return new RunReport.Target(profile.name(), RunReport.Target.RECORDED, profile.addresses());
    }
}
