package io.chargeproof.traffic;

import io.chargeproof.check.Finding;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.report.LocatedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.ScenarioResult;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.Requirement;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what was judged in recordings into the form of a run: each file is a scenario for each API and side. What traffic alone
 * can't decide, and an API that wasn't recorded, are out of scope; what could have been decided and wasn't recorded is not
 * tested, with what would have to be recorded.
 */
public final class TrafficReport {
    private final TrafficJudge judge;
    private final Set<Side> sides;
    private final boolean failOnWarning;
    private final Set<Side> told;

    /**
     * A report on these sides.
     *
     * @param failOnWarning whether a broken SHOULD makes the verdict non-conforming
     */
    public TrafficReport(TrafficJudge judge, Set<Side> sides, boolean failOnWarning) {
        this(judge, sides, failOnWarning, EnumSet.allOf(Side.class));
    }

    private TrafficReport(TrafficJudge judge, Set<Side> sides, boolean failOnWarning, Set<Side> told) {
        this.told = Set.copyOf(told);
        this.judge = judge;
        this.sides = Set.copyOf(sides);
        this.failOnWarning = failOnWarning;
    }

    /** A report on the client alone, where the provider is beyond doubt. */
    public static TrafficReport ofClient(TrafficJudge judge, boolean failOnWarning) {
        return new TrafficReport(judge, EnumSet.of(Side.CLIENT), failOnWarning, EnumSet.of(Side.CLIENT));
    }

    /** How many judgements were made on the sides in question. */
    public int checks() {
        return sides().stream()
                .flatMap(side -> judge.tallies(side).stream())
                .mapToInt(Tally::checks)
                .sum();
    }

    /** The whole. */
    public RunReport of(RunReport.Run run, RunReport.Target target) {
        return of(run, target, List.of(), List.of());
    }

    /**
     * The whole beside what else was tried.
     *
     * @param others what else was tried, of no requirement; where it ends in a violation, so does the whole
     * @param remarks what there is to say of it, a sentence each
     */
    public RunReport of(RunReport.Run run, RunReport.Target target, List<ScenarioResult> others, List<String> remarks) {
        List<RequirementResult> results =
                sides().stream().flatMap(side -> results(side).stream()).toList();
        List<RequirementResult> found =
                results.stream().map(TrafficReport::unexcused).toList();
        Verdict verdict = worst(verdict(results), others);
        return new RunReport(
                run,
                scope(results),
                target,
                verdict,
                exitCode(verdict),
                results,
                Stream.concat(judge.files().stream().flatMap(file -> scenarios(file, run).stream()), others.stream())
                        .toList(),
                judge.kept(),
                List.of(),
                Stream.of(remarks, notices(), judge.excuses().idle(found))
                        .flatMap(List::stream)
                        .toList(),
                judge.excuses().uses(found));
    }

    private static Verdict worst(Verdict verdict, List<ScenarioResult> others) {
        if (others.stream().anyMatch(each -> each.outcome() == Outcome.VIOLATION)) {
            return Verdict.NON_CONFORMING;
        }
        boolean open = others.stream().anyMatch(each -> each.outcome() == Outcome.NOT_TESTED);
        return open && verdict == Verdict.CONFORMING ? Verdict.INCOMPLETE : verdict;
    }

    /** A result as it was before anything was excused. */
    private static RequirementResult unexcused(RequirementResult result) {
        return new RequirementResult(
                result.requirement(),
                result.outcome(),
                result.reason(),
                result.checks(),
                result.strength(),
                result.scenarios(),
                result.findings().stream()
                        .map(each -> new LocatedFinding(
                                each.finding()
                                        .as(Outcome.ofBroken(
                                                result.requirement().level())),
                                each.scenario()))
                        .toList(),
                result.observations());
    }

    private List<Side> sides() {
        return sides.stream().sorted().toList();
    }

    private static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case CONFORMING -> 0;
            case NON_CONFORMING -> 1;
            case INCOMPLETE -> 3;
        };
    }

    private RunReport.Scope scope(List<RequirementResult> results) {
        List<RequirementResult> musts = results.stream()
                .filter(each -> each.requirement().level() == RequirementLevel.MUST)
                .toList();
        List<RequirementResult> inScope = musts.stream()
                .filter(each -> each.outcome() != Outcome.OUT_OF_SCOPE)
                .toList();
        int decided = (int)
                inScope.stream().filter(each -> each.outcome().isDecided()).count();
        String side = sides.size() == 1 ? sides().get(0).label() : "both";
        return new RunReport.Scope(
                inScope.size() + " of " + musts.size() + " MUSTs",
                inScope.size(),
                decided,
                null,
                null,
                false,
                null,
                failOnWarning,
                side);
    }

    private Verdict verdict(List<RequirementResult> results) {
        boolean broken = results.stream()
                .anyMatch(each ->
                        each.outcome() == Outcome.VIOLATION || (failOnWarning && each.outcome() == Outcome.WARNING));
        if (broken) {
            return Verdict.NON_CONFORMING;
        }
        boolean open = results.stream()
                .anyMatch(each ->
                        each.requirement().level() == RequirementLevel.MUST && each.outcome() == Outcome.NOT_TESTED);
        boolean decided = results.stream().anyMatch(each -> each.outcome().isDecided());
        return open || !decided ? Verdict.INCOMPLETE : Verdict.CONFORMING;
    }

    private List<RequirementResult> results(Side side) {
        return judge.tallies(side).stream().map(this::result).toList();
    }

    private RequirementResult result(Tally tally) {
        Requirement requirement = tally.requirement();
        Conclusion conclusion = conclude(tally);
        return new RequirementResult(
                requirement,
                conclusion.outcome(),
                conclusion.reason(),
                tally.checks(),
                null,
                tally.checks() == 0 ? List.of() : locations(requirement.id().api(), tally.side()),
                tally.findings(),
                List.of());
    }

    /** What is said of a requirement, and why nothing where that is so. */
    private record Conclusion(Outcome outcome, @Nullable String reason) {}

    private Conclusion conclude(Tally tally) {
        Requirement requirement = tally.requirement();
        Optional<Outcome> worst = tally.findings().stream()
                .map(located -> located.finding().outcome())
                .min(Comparator.naturalOrder());
        if (worst.isPresent()) {
            return new Conclusion(worst.get(), null);
        }
        if (tally.checks() > 0) {
            return new Conclusion(Outcome.CONFORMS, null);
        }
        Api api = requirement.id().api();
        if (judge.exchanges(api) == 0) {
            return new Conclusion(Outcome.OUT_OF_SCOPE, "no exchange of " + api.label() + " is recorded");
        }
        return DecidedByTraffic.needs(requirement.id())
                .map(needed -> new Conclusion(Outcome.NOT_TESTED, "it would take " + needed))
                .orElseGet(() -> new Conclusion(
                        Outcome.OUT_OF_SCOPE, "traffic alone doesn't decide it; 'chargeproof run' does"));
    }

    private List<String> locations(Api api, Side side) {
        return judge.files().stream()
                .filter(file -> !file.numbers(api).isEmpty())
                .map(file -> TrafficJudge.location(file.name(), api, side))
                .toList();
    }

    private List<ScenarioResult> scenarios(JudgedTraffic file, RunReport.Run run) {
        List<ScenarioResult> scenarios = new ArrayList<>();
        for (Side side : sides()) {
            for (Api api : TrafficRules.APIS) {
                List<Long> numbers = file.numbers(api);
                if (!numbers.isEmpty()) {
                    scenarios.add(scenario(file, api, side, numbers, run));
                }
            }
        }
        return scenarios;
    }

    private ScenarioResult scenario(JudgedTraffic file, Api api, Side side, List<Long> numbers, RunReport.Run run) {
        String location = TrafficJudge.location(file.name(), api, side);
        List<Tally> judged = judge.tallies(side).stream()
                .filter(each ->
                        each.checks() > 0 && each.requirement().id().api().equals(api))
                .toList();
        List<RequirementId> ids =
                judged.stream().map(each -> each.requirement().id()).toList();
        List<Finding> findings = judged.stream()
                .flatMap(each -> each.findings().stream())
                .filter(located -> located.scenario().equals(location))
                .map(LocatedFinding::finding)
                .toList();
        Outcome worst = findings.stream()
                .map(Finding::outcome)
                .min(Comparator.naturalOrder())
                .orElse(Outcome.CONFORMS);
        return new ScenarioResult(
                "What " + file.name() + " shows of the " + side.label() + " of " + api.label(),
                location,
                api.label(),
                "Recorded traffic",
                "",
                ids,
                ids.stream().map(id -> "@" + id).toList(),
                worst,
                Outcome.CONFORMS,
                null,
                run.started(),
                Duration.ZERO,
                List.of(),
                numbers,
                findings,
                List.of());
    }

    private String passedOver() {
        long others = judge.entries() - judge.exchanges();
        if (others <= 0) {
            return judge.exchanges() + (judge.exchanges() == 1 ? " recorded exchange is" : " recorded exchanges are")
                    + " of the APIs";
        }
        String where = judge.others().isEmpty() ? "" : ", such as to " + String.join(", ", judge.others());
        return judge.exchanges() + " of " + judge.entries() + " recorded exchanges are of the APIs, the "
                + (others == 1 ? "other one was" : "others were") + " passed over" + where;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        for (Side side : told.stream().sorted().toList()) {
            List<RequirementResult> results = results(side);
            RunReport.Scope scope = scope(results);
            notices.add("the " + side.label() + " is " + verdict(results).label() + ": " + scope.must()
                    + " MUSTs in scope, " + scope.decided() + " decided");
        }
        notices.add(passedOver());
        if (judge.improper() > 0 && told.contains(Side.PROVIDER)) {
            boolean one = judge.improper() == 1;
            notices.add(judge.improper()
                    + (one ? " request breaks" : " requests break")
                    + " a MUST of the client's or " + (one ? "has" : "have") + " a name twice in one object, so of "
                    + (one ? "its answer" : "their answers")
                    + " only what no request excuses counts against the provider");
        }
        judge.files().forEach(file -> notices.addAll(file.remarks()));
        long left = sides().stream()
                .flatMap(side -> judge.tallies(side).stream())
                .mapToLong(Tally::left)
                .sum();
        if (left > 0) {
            notices.add(left + " more findings on the same requirements are counted, not shown");
        }
        if (judge.exchanges() > judge.kept().size()) {
            notices.add("exchanges.jsonl and the table of answers hold the first " + KeptExchanges.MOST
                    + " exchanges, and of the others those that show a finding");
        }
        return notices;
    }
}
