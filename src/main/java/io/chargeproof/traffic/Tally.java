package io.chargeproof.traffic;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.traffic.recording.RecordedExchange;
import io.chargeproof.traffic.rule.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was said of one requirement, in any number of recordings; of many breaches the first are kept. */
final class Tally {
    private static final int MOST = 50;

    private final Requirement requirement;
    private final Side side;
    private final List<LocatedFinding> findings = new ArrayList<>();
    private int checks;
    private int broken;

    Tally(Requirement requirement, Side side) {
        this.requirement = requirement;
        this.side = side;
    }

    Side side() {
        return side;
    }

    Requirement requirement() {
        return requirement;
    }

    int checks() {
        return checks;
    }

    List<LocatedFinding> findings() {
        return List.copyOf(findings);
    }

    /** How many breaches aren't kept. */
    int left() {
        return broken - findings.size();
    }

    /** Counts a statement; whether its exchanges have to be kept as evidence. */
    boolean add(Statement statement, String location) {
        checks++;
        if (!(statement.judgement() instanceof Judgement.Broken judgement)) {
            return false;
        }
        broken++;
        if (findings.size() >= MOST) {
            return false;
        }
        findings.add(new LocatedFinding(finding(statement, judgement), location));
        return true;
    }

    private Finding finding(Statement statement, Judgement.Broken judgement) {
        String places =
                statement.shownBy().stream().map(RecordedExchange::place).collect(Collectors.joining("; "));
        List<Exchange> evidence =
                statement.shownBy().stream().map(RecordedExchange::exchange).toList();
        return new Finding(
                requirement.id(),
                Outcome.ofBroken(requirement.level()),
                judgement.message() + " (" + places + ")",
                judgement.expected(),
                judgement.actual(),
                evidence,
                side == Side.CLIENT ? Attribution.CLIENT : Attribution.TARGET,
                null);
    }
}
