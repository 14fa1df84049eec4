package io.chargeproof.cli;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.profile.Profile;
import io.chargeproof.redaction.Redactor;
import io.chargeproof.report.DisplayText;
import io.chargeproof.report.ExchangeFile;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.traffic.JudgedTraffic;
import io.chargeproof.traffic.TrafficJudge;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.recording.RecordedSecrets;
import io.chargeproof.traffic.recording.WatchedTraffic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What passes at this moment: it is judged, each finding is a line on the console, and it is recorded if that is asked for. */
final class LiveTraffic {
    /** So many of the last secrets are taken out, wherever they stand. */
    private static final int MOST_SECRETS = 200;

    private final Profile profile;
    private final PrintWriter out;
    private final @Nullable ExchangeFile file;
    private final TrafficJudge judge;
    private final JudgedTraffic judged;
    private final WatchedTraffic watched;
    private final RecordedSecrets secrets = new RecordedSecrets(MOST_SECRETS);
    private Redactor redactor;
    private int known;
    private @Nullable String unwritten;

    /**
     * Traffic with the target of a profile.
     *
     * @param name what reports call it
     * @param record where it is recorded, if it is
     */
    LiveTraffic(String name, Profile profile, @Nullable Path record, PrintWriter out) {
        this.profile = profile;
        this.out = out;
        this.file = record == null ? null : create(record);
        this.redactor = Redactor.of(profile.secrets());
        ApiAddresses addresses = ApiAddresses.of(profile);
        this.judge = new TrafficJudge(addresses, true, ProfileExcuses.of(profile), this::show);
        this.judged = judge.begin(name);
        this.watched = new WatchedTraffic(name, addresses, this::see);
    }

    private static ExchangeFile create(Path record) {
        try {
            return ExchangeFile.create(record);
        } catch (IOException e) {
            throw new UsageException("--record " + record + " can't be written: " + e.getMessage());
        }
    }

    /** Where what passes is reported. */
    WatchedTraffic watched() {
        return watched;
    }

    private synchronized void see(RecordedExchange next) {
        secrets.add(next);
        if (secrets.found() > known) {
            known = secrets.found();
            Map<String, String> all = new TreeMap<>(secrets.namesByValue());
            all.putAll(profile.secrets());
            redactor = Redactor.of(all);
        }
        record(next);
        judged.see(next);
    }

    private void record(RecordedExchange next) {
        if (file == null || unwritten != null) {
            return;
        }
        try {
            file.append(next.exchange(), redactor);
        } catch (IOException full) {
            unwritten = "the recording ends early, " + full.getMessage() + "; make room, or name another file";
            note(unwritten);
        }
    }

    private void show(Requirement requirement, Finding finding) {
        if (finding.outcome() != Outcome.WAIVED) {
            note(finding.outcome().label() + " of the " + requirement.id().subject() + ": " + finding.sentence());
        }
    }

    /** Prints a line of what came up. */
    synchronized void note(String sentence) {
        out.println("  " + DisplayText.visible(redactor.redact(sentence)));
        out.flush();
    }

    /** Judges what is left, and gives what was judged. */
    TrafficJudge end() {
        judged.end(watched.end(), unwritten == null ? List.of() : List.of(unwritten));
        if (file != null) {
            try {
                file.close();
            } catch (IOException full) {
                note("the recording ends early, " + full.getMessage());
            }
        }
        return judge;
    }
}
