package io.chargeproof.steps;

import io.chargeproof.check.Attribution;
import io.chargeproof.check.Check;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Repeat;
import io.chargeproof.check.StandingCheck;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Resend;
import io.chargeproof.exchange.Trait;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges in a scenario: applies checks, tells the target's faults from the environment's, tries a breach again, and puts what
 * it finds on record under the scenario's requirements.
 */
public final class Judge {
    /** After so many findings in a scenario, further ones aren't tried again. */
    private static final int REPEATED = 5;

    private static final RequirementCatalogue SHIPPED = RequirementCatalogue.shipped();

    private final RequirementCatalogue catalogue;
    private final Lines lines;
    private final ScenarioScope scope;

    /** A judge for a scenario. */
    public Judge(RequirementCatalogue catalogue, Lines lines, ScenarioScope scope) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.scope = scope;
    }

    /** Judges one request. */
    public void that(Check<Exchange> check, Sent sent) {
        each(check, List.of(sent));
    }

    /** Judges several requests, all of them before the scenario ends on one that fails. */
    public void each(Check<Exchange> check, List<Sent> all) {
        if (all.isEmpty()) {
            throw new TestDataMissing("nothing was sent that could be judged");
        }
        List<Finding> found = new ArrayList<>();
        for (Sent sent : all) {
            for (RequirementId requirement : decidedBy(check)) {
                judgeOne(check, sent, requirement).ifPresent(found::add);
            }
            if (scope.requirements().isEmpty()) {
                needsAnswer(sent);
                endIfBroken(check.judge(sent.exchange()));
            }
        }
        end(found);
    }

    /** Judges what several exchanges show together. */
    public <S> void state(Check<S> check, S subject, List<Exchange> evidence) {
        List<Finding> found = new ArrayList<>();
        Judgement judgement = check.judge(subject);
        for (RequirementId requirement : decidedBy(check)) {
            scope.findings().judged(requirement);
            if (judgement instanceof Judgement.Broken broken) {
                found.add(record(requirement, broken, evidence, null));
            }
        }
        if (scope.requirements().isEmpty()) {
            endIfBroken(judgement);
        }
        end(found);
    }

    /** Ends the scenario unless a request got an answer that can be judged. */
    public void needsAnswer(Sent sent) {
        if (sent.exchange().isInconclusive() && !sent.fails()) {
            String why = inTheWay(sent.exchange());
            scope.undecided(Outcome.INCONCLUSIVE, why);
            throw new EnvironmentInTheWay(why);
        }
    }

    /** Puts what the target does on record under the scenario's requirements. */
    public void observe(String words) {
        scope.requirements().forEach(requirement -> {
            scope.findings().judged(requirement);
            scope.findings().observed(requirement, words);
        });
    }

    /** Remarks on how a requirement was met. */
    public void note(String words) {
        scope.requirements().forEach(requirement -> scope.findings().observed(requirement, words));
    }

    /** Has the standing checks look at an exchange. */
    void standing(Sent sent, ApiLine line) {
        if (sent.fails()) {
            RequirementId row = new RequirementId(line.serverErrorRow());
            scope.findings().judged(row);
            record(row, failsForItself(sent.exchange()), List.of(sent.exchange()), null);
        }
        if (sent.exchange().isInconclusive()) {
            return;
        }
        for (StandingCheck check : line.standing()) {
            for (StandingCheck.Judged judged : check.judge(sent.exchange())) {
                scope.findings().judged(judged.requirement());
                if (judged.judgement() instanceof Judgement.Broken broken) {
                    record(
                            judged.requirement(),
                            broken,
                            List.of(sent.exchange()),
                            repeat(sent, again -> still(check, again, judged)));
                }
            }
        }
    }

    /** Ends the scenario unless a standing check judged its requirement in it, and it held. */
    public void standingHolds() {
        for (RequirementId requirement : scope.requirements()) {
            if (!scope.findings().judgements().containsKey(requirement)) {
                throw new TestDataMissing("no answer in this scenario is one that " + requirement + " speaks of");
            }
        }
        end(scope.findings().found().stream()
                .filter(finding -> scope.requirements().contains(finding.requirement()))
                .toList());
    }

    private Optional<Finding> judgeOne(Check<Exchange> check, Sent sent, RequirementId requirement) {
        Exchange exchange = sent.exchange();
        scope.findings().judged(requirement);
        if (sent.fails()) {
            return Optional.of(record(requirement, failsForItself(exchange), List.of(exchange), null));
        }
        if (exchange.isInconclusive()) {
            return Optional.of(inconclusive(requirement, exchange));
        }
        if (check.judge(exchange) instanceof Judgement.Broken broken) {
            Repeat repeat = repeat(sent, again -> check.judge(again) instanceof Judgement.Broken);
            return Optional.of(record(requirement, broken, List.of(exchange), repeat));
        }
        return Optional.empty();
    }

    private static boolean still(StandingCheck check, Exchange again, StandingCheck.Judged first) {
        return check.judge(again).stream()
                .anyMatch(judged -> judged.requirement().equals(first.requirement())
                        && judged.judgement() instanceof Judgement.Broken);
    }

    /** Sends a request that does no harm once more, to see whether its breach repeats. */
    private @Nullable Repeat repeat(Sent sent, Function<Exchange, Boolean> isBroken) {
        HttpRequest request = sent.request();
        if (request.resend() != Resend.SAFE || scope.findings().found().size() >= REPEATED) {
            return null;
        }
        Exchange again = lines.of(request)
                .sweeps()
                .send(request.withPurpose(request.purpose().with(Trait.REPEAT)));
        if (again.isInconclusive()) {
            return null;
        }
        return new Repeat(2, isBroken.apply(again) ? 2 : 1);
    }

    private Finding record(
            RequirementId requirement, Judgement.Broken broken, List<Exchange> evidence, @Nullable Repeat repeat) {
        boolean answers = evidence.isEmpty()
                || scope.findings().found().size() >= REPEATED
                || lines.of(evidence.get(evidence.size() - 1).request())
                        .health()
                        .answers();
        Finding finding = new Finding(
                requirement,
                answers ? outcomeOfBreach(requirement) : Outcome.INCONCLUSIVE,
                broken.message(),
                broken.expected(),
                broken.actual(),
                evidence,
                answers ? Attribution.TARGET : Attribution.ENVIRONMENT,
                repeat);
        scope.findings().add(finding);
        return finding;
    }

    private Finding inconclusive(RequirementId requirement, Exchange exchange) {
        Finding finding = new Finding(
                requirement,
                Outcome.INCONCLUSIVE,
                inTheWay(exchange),
                "",
                "",
                List.of(exchange),
                Attribution.ENVIRONMENT,
                null);
        scope.findings().add(finding);
        return finding;
    }

    private Outcome outcomeOfBreach(RequirementId requirement) {
        RequirementLevel level = catalogue.get(requirement).level();
        return switch (level) {
            case MUST -> Outcome.VIOLATION;
            case SHOULD -> Outcome.WARNING;
            case OBSERVE -> Outcome.OBSERVATION;
        };
    }

    private static Judgement.Broken failsForItself(Exchange exchange) {
        return new Judgement.Broken(
                exchange.request().purpose().inWords() + " fails again and again while other requests succeed",
                "an answer that the document knows",
                exchange.outcomeInWords());
    }

    private static String inTheWay(Exchange exchange) {
        return exchange.request().purpose().inWords() + " got " + exchange.outcomeInWords() + " in "
                + exchange.attempts() + (exchange.attempts() == 1 ? " attempt" : " attempts");
    }

    /** The scenario's requirements that the check decides; a requirement of one's own may be decided by any check. */
    private List<RequirementId> decidedBy(Check<?> check) {
        Verifies verifies = check.getClass().getAnnotation(Verifies.class);
        Set<String> shipped = verifies == null ? Set.of() : Set.of(verifies.value());
        List<RequirementId> decided = scope.requirements().stream()
                .filter(requirement -> shipped.contains(requirement.value()) || !isShipped(requirement))
                .toList();
        if (decided.isEmpty() && !scope.requirements().isEmpty()) {
            throw new IllegalStateException(check.getClass().getSimpleName() + " decides none of "
                    + scope.requirements() + "; name the requirement in its @Verifies, or use another sentence");
        }
        return decided;
    }

    private static boolean isShipped(RequirementId requirement) {
        return SHIPPED.find(requirement).isPresent();
    }

    private void end(List<Finding> found) {
        Optional<Finding> breach = found.stream()
                .filter(finding -> finding.outcome() != Outcome.INCONCLUSIVE)
                .findFirst();
        if (breach.isPresent()) {
            throw new RequirementBroken(sentence(breach.get(), found.size()));
        }
        found.stream().findFirst().ifPresent(finding -> {
            throw new EnvironmentInTheWay(finding.message());
        });
    }

    /** Ends a scenario of one's own that names no requirement. */
    private static void endIfBroken(Judgement judgement) {
        if (judgement instanceof Judgement.Broken broken) {
            throw new RequirementBroken(
                    broken.message() + "; expected " + broken.expected() + ", got " + broken.actual());
        }
    }

    private static String sentence(Finding finding, int count) {
        return finding.requirement() + ": " + finding.message() + "; expected " + finding.expected() + ", got "
                + finding.actual() + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    }
}
