package io.chargeproof.scenario;

import io.chargeproof.check.Check;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Repeat;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.NoAnswer;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Judges in a scenario: applies checks under the scenario's requirements, has what it finds recorded, and ends the scenario on
 * a breach.
 */
public final class Judge {
    private static final RequirementCatalogue SHIPPED = RequirementCatalogue.shipped();

    private final ScenarioScope scope;
    private final BreachAssessor recorder;
    private final ApiLines lines;

    /** A judge for a scenario. */
    public Judge(RequirementCatalogue catalogue, ApiLines lines, ScenarioScope scope) {
        this.scope = scope;
        this.lines = lines;
        this.recorder = new BreachAssessor(catalogue, lines, scope.findings());
    }

    /** Judges one request. */
    public void that(Check<Exchange> check, SentRequest sent) {
        each(check, List.of(sent));
    }

    /** Judges several requests, all of them before the scenario ends on one that fails. */
    public void each(Check<Exchange> check, List<SentRequest> all) {
        if (all.isEmpty()) {
            throw new MissingTestDataException("nothing was sent that could be judged");
        }
        List<Finding> found = new ArrayList<>();
        List<Cause> causes = new ArrayList<>();
        for (SentRequest sent : all) {
            for (RequirementId requirement : decidedBy(check)) {
                Optional<Cause> cause = causeElsewhere(check, sent, requirement);
                cause.ifPresent(causes::add);
                if (cause.isEmpty()) {
                    judgeOne(check, sent, requirement).ifPresent(found::add);
                }
            }
            if (scope.requirements().isEmpty()) {
                judgeForItself(check, sent).ifPresent(found::add);
            }
        }
        end(found);
        causes.stream().findFirst().ifPresent(cause -> {
            throw new MissingTestDataException(cause.reason());
        });
    }

    /** The fault, found on other requirements, by which a request fails that nothing is wrong with. */
    private Optional<Cause> causeElsewhere(Check<Exchange> check, SentRequest sent, RequirementId requirement) {
        Exchange exchange = sent.exchange();
        if (sent.fails() || exchange.isInconclusive() || !(check.judge(exchange) instanceof Judgement.Broken)) {
            return Optional.empty();
        }
        return cause(exchange).filter(cause -> !cause.isOn(List.of(requirement)));
    }

    private Optional<Cause> cause(Exchange failed) {
        ApiLine line = lines.of(failed.request());
        return line.causes().behind(failed).or(() -> recorder.causeSince(failed, line));
    }

    /** Ends the scenario if a request failed by a fault that is found on requirements which it isn't about. */
    public void needsNoCauseElsewhere(Exchange failed) {
        cause(failed).filter(cause -> !cause.isOn(scope.requirements())).ifPresent(cause -> {
            throw new MissingTestDataException(cause.reason());
        });
    }

    /** Judges what several exchanges show together. */
    public <S> void state(Check<S> check, S subject, List<Exchange> evidence) {
        List<Finding> found = new ArrayList<>();
        Judgement judgement = check.judge(subject);
        for (RequirementId requirement : decidedBy(check)) {
            scope.findings().judged(requirement);
            if (judgement instanceof Judgement.Broken broken) {
                found.add(recorder.breach(requirement, broken, evidence, null));
            }
        }
        if (scope.requirements().isEmpty() && judgement instanceof Judgement.Broken broken) {
            found.add(recorder.breach(null, broken, evidence, null));
        }
        end(found);
    }

    /**
     * Judges one request by what a scenario of one's own expects of it. It counts for the requirements of one's own that the
     * scenario names, and for itself where it names none; a shipped requirement is decided by its own checks alone.
     */
    public void expectation(Check<Exchange> check, SentRequest sent) {
        List<RequirementId> own = scope.requirements().stream()
                .filter(requirement -> !isShipped(requirement))
                .toList();
        List<Finding> found = new ArrayList<>();
        own.forEach(requirement -> judgeOne(check, sent, requirement).ifPresent(found::add));
        if (own.isEmpty()) {
            judgeForItself(check, sent).ifPresent(found::add);
        }
        end(found);
    }

    /** Judges what no requirement asks for. */
    private Optional<Finding> judgeForItself(Check<Exchange> check, SentRequest sent) {
        needsAnswer(sent);
        List<Exchange> evidence = List.of(sent.exchange());
        if (sent.fails()) {
            return Optional.of(recorder.breach(null, failsForItself(sent.exchange()), evidence, null));
        }
        if (check.judge(sent.exchange()) instanceof Judgement.Broken broken) {
            Repeat repeat = recorder.repeat(sent, null, again -> check.judge(again) instanceof Judgement.Broken);
            return Optional.of(recorder.breach(null, broken, evidence, repeat));
        }
        return Optional.empty();
    }

    /** Ends the scenario where a request wasn't sent because it may do harm, or where its answer says nothing of the target. */
    Exchange unlessWithheld(Exchange exchange) {
        if (exchange.reply() instanceof NoAnswer none) {
            if (none.cause() == NoAnswer.Cause.WITHHELD) {
                throw new MissingTestDataException(none.detail());
            }
            if (none.cause() == NoAnswer.Cause.IN_USE) {
                throw new InconclusiveException(none.detail());
            }
        }
        return exchange;
    }

    /** Ends the scenario unless a request got an answer that can be judged. */
    public void needsAnswer(SentRequest sent) {
        if (sent.exchange().isInconclusive() && !sent.fails()) {
            throw new InconclusiveException(BreachAssessor.inTheWay(sent.exchange()));
        }
    }

    /**
     * Puts what the target does on record under the scenario's requirements: those that leave it open, where a scenario has
     * such ones beside others.
     */
    public void observe(String words) {
        List<RequirementId> open =
                scope.requirements().stream().filter(Judge::isLeftOpen).toList();
        (open.isEmpty() ? scope.requirements() : open).forEach(requirement -> {
            scope.findings().judged(requirement);
            scope.findings().observed(requirement, words);
        });
    }

    private static boolean isLeftOpen(RequirementId requirement) {
        return SHIPPED.find(requirement)
                .filter(row -> row.level() == RequirementLevel.OBSERVE)
                .isPresent();
    }

    /** Remarks on how a requirement was met. */
    public void note(String words) {
        scope.requirements().forEach(requirement -> scope.findings().observed(requirement, words));
    }

    /** Remarks that customers are too few for everything that a scenario might send. */
    public void noteUnsent(int sent, int all, String what) {
        if (sent < all) {
            note(sent + " of " + all + " " + what + " were sent: limits.max-customers has none to spare for more");
        }
    }

    /** Has the standing checks look at an exchange, and some of them at earlier attempts. */
    void standing(SentRequest sent, ApiLine line) {
        inPassing(sent.exchange(), line);
        if (sent.fails()) {
            RequirementId row = new RequirementId(line.serverErrorRow());
            scope.findings().judged(row);
            recorder.breach(row, failsForItself(sent.exchange()), List.of(sent.exchange()), null);
        }
        if (sent.exchange().isInconclusive()) {
            return;
        }
        for (Invariant check : line.standing()) {
            for (Invariant.Judged judged : check.judge(sent.exchange())) {
                scope.findings().judged(judged.requirement());
                if (judged.judgement() instanceof Judgement.Broken broken) {
                    recorder.breach(
                            judged.requirement(),
                            broken,
                            List.of(sent.exchange()),
                            recorder.repeat(sent, judged.requirement(), again -> still(check, again, judged)));
                }
            }
        }
    }

    /** Whether a standing check finds fault with an exchange, or it fails for itself. */
    boolean isBroken(SentRequest sent, ApiLine line) {
        if (sent.fails() || sent.exchange().isInconclusive()) {
            return sent.fails();
        }
        return line.standing().stream()
                .flatMap(check -> check.judge(sent.exchange()).stream())
                .anyMatch(judged -> judged.judgement() instanceof Judgement.Broken);
    }

    /**
     * Has the checks that are for any answer look at what may be the environment's: at earlier attempts, and at the last one
     * unless it is the target's own. Only a fault says something of the target.
     */
    void inPassing(Exchange exchange, ApiLine line) {
        List<Exchange> answered = new ArrayList<>(exchange.earlier());
        if (exchange.isInconclusive() && exchange.answer().isPresent()) {
            answered.add(exchange);
        }
        for (Exchange each : answered) {
            line.standing().stream()
                    .filter(Invariant::isForAnyAnswer)
                    .flatMap(check -> check.judge(each).stream())
                    .forEach(judged -> {
                        if (judged.judgement() instanceof Judgement.Broken broken) {
                            scope.findings().judged(judged.requirement());
                            recorder.breach(judged.requirement(), inWords(broken, each), List.of(each), null);
                        }
                    });
        }
    }

    /** Who looks into it meets another answer most of the time. */
    private static Judgement.Broken inWords(Judgement.Broken broken, Exchange exchange) {
        return new Judgement.Broken(
                broken.message() + " (" + exchange.outcomeInWords() + ")",
                broken.expected(),
                broken.actual(),
                broken.pinpoint());
    }

    /**
     * Ends the scenario where a standing check found one of these requirements broken, or judged none that the scenario is
     * about. Of several requirements some may speak of what no answer has; those are left to other scenarios.
     *
     * @param rules what the sentence speaks of; in a scenario that bears shipped IDs, those of them that it bears count
     */
    void standingHolds(List<RequirementId> rules) {
        List<RequirementId> about = scope.requirements();
        List<RequirementId> decided = about.stream().noneMatch(Judge::isShipped)
                ? rules
                : rules.stream().filter(about::contains).toList();
        if (decided.isEmpty()) {
            throw new IllegalStateException("the scenario bears none of " + rules + ", of which the sentence speaks");
        }
        Set<RequirementId> judged = scope.findings().judgements().keySet();
        if (Stream.concat(decided.stream(), about.stream()).noneMatch(judged::contains)) {
            throw new MissingTestDataException(
                    "no answer in this scenario is one that " + decided.get(0) + " speaks of");
        }
        end(scope.findings().found().stream()
                .filter(finding -> decided.contains(finding.requirement()))
                .toList());
    }

    private Optional<Finding> judgeOne(Check<Exchange> check, SentRequest sent, RequirementId requirement) {
        Exchange exchange = sent.exchange();
        scope.findings().judged(requirement);
        if (sent.fails()) {
            return Optional.of(recorder.breach(requirement, failsForItself(exchange), List.of(exchange), null));
        }
        if (exchange.isInconclusive()) {
            return Optional.of(recorder.inconclusive(requirement, exchange));
        }
        if (check.judge(exchange) instanceof Judgement.Broken broken) {
            Optional<Finding> standing = recorder.foundIn(exchange, requirement);
            if (standing.isPresent()) {
                return standing;
            }
            Repeat repeat = recorder.repeat(sent, requirement, again -> check.judge(again) instanceof Judgement.Broken);
            return Optional.of(recorder.breach(requirement, broken, List.of(exchange), repeat));
        }
        return Optional.empty();
    }

    private static boolean still(Invariant check, Exchange again, Invariant.Judged first) {
        return check.judge(again).stream()
                .anyMatch(judged -> judged.requirement().equals(first.requirement())
                        && judged.judgement() instanceof Judgement.Broken);
    }

    private static Judgement.Broken failsForItself(Exchange exchange) {
        return new Judgement.Broken(
                exchange.request().purpose().inWords() + " fails again and again while other requests succeed",
                "an answer that the document knows",
                exchange.outcomeInWords());
    }

    /** The scenario's requirements that the check decides; a requirement of one's own may be decided by any check. */
    private List<RequirementId> decidedBy(Check<?> check) {
        Verifies verifies = check.getClass().getAnnotation(Verifies.class);
        Set<String> shipped = verifies == null ? Set.of() : Set.of(verifies.value());
        List<RequirementId> decided = scope.requirements().stream()
                .filter(requirement -> shipped.contains(requirement.value()) || !isShipped(requirement))
                .toList();
        if (verifies != null && verifies.everywhere() && decided.stream().anyMatch(Judge::isShipped)) {
            return Stream.concat(decided.stream(), shipped.stream().map(RequirementId::new))
                    .distinct()
                    .sorted()
                    .toList();
        }
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
            throw new RequirementViolatedError(sentence(breach.get(), found.size()));
        }
        found.stream().findFirst().ifPresent(finding -> {
            throw new InconclusiveException(finding.message());
        });
    }

    private static String sentence(Finding finding, int count) {
        return finding.sentence() + "; expected " + finding.expected() + ", got " + finding.actual()
                + (count > 1 ? " (and " + (count - 1) + " more)" : "");
    }
}
