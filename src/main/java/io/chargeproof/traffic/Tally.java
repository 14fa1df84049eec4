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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What was said of one requirement, in any number of recordings; of many breaches the first are kept. */
final class Tally {
    private static final int MOST = 50;
    private static final int FEW = 3;

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
        return findings.stream()
                .sorted(Comparator.comparing(each -> each.finding().outcome()))
                .toList();
    }

    /** How many breaches aren't kept. */
    int left() {
        return broken - findings.size();
    }

    /**
     * Counts a statement; the finding that it comes to and whose exchanges are evidence, if it is one that is kept.
     *
     * @param where where it is said, as reports name it
     * @param room whether there is room for more than a few
     */
    Optional<Finding> add(Statement statement, Supplier<String> where, Excuses excuses, boolean room) {
        checks++;
        if (!(statement.judgement() instanceof Judgement.Broken judgement)) {
            return Optional.empty();
        }
        broken++;
        String location = where.get();
        Finding found = finding(statement, judgement);
        boolean excused = excuses.excuse(new LocatedFinding(found, location));
        Finding finding = excused ? found.as(Outcome.WAIVED) : found;
        if (alike(finding.outcome()) >= (room ? MOST : FEW)) {
            return Optional.empty();
        }
        findings.add(new LocatedFinding(finding, location));
        return Optional.of(finding);
    }

    /** An excused breach doesn't take the room of one that isn't. */
    private long alike(Outcome outcome) {
        return findings.stream()
                .filter(each -> each.finding().outcome() == outcome)
                .count();
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
                null,
                judgement.pinpoint());
    }
}
