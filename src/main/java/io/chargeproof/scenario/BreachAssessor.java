package io.chargeproof.scenario;

import io.chargeproof.check.AnswerJson;
import io.chargeproof.check.Attribution;
import io.chargeproof.check.Finding;
import io.chargeproof.check.Findings;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Repeat;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records what is found in a scenario: tells the target's faults from the environment's, and tries a breach again. */
final class BreachAssessor {
    /** After so many findings in a scenario, further ones aren't tried again. */
    private static final int REPEATED = 5;

    private final RequirementCatalogue catalogue;
    private final ApiLines lines;
    private final Findings findings;

    BreachAssessor(RequirementCatalogue catalogue, ApiLines lines, Findings findings) {
        this.catalogue = catalogue;
        this.lines = lines;
        this.findings = findings;
    }

    /** Sends a request that does no harm once more, to see whether its breach repeats. */
    @Nullable Repeat repeat(SentRequest sent, @Nullable RequirementId requirement, Function<Exchange, Boolean> isBroken) {
        HttpRequest request = sent.request();
        ApiLine line = lines.of(request);
        if (request.resend() != Idempotency.SAFE
                || findings.found().size() >= REPEATED
                || line.health().isKnownToBreak(requirement)) {
            return null;
        }
        Exchange again = (request.purpose().sharesConnection() ? line.scenarios() : line.sweeps())
                .send(request.withPurpose(request.purpose().with(RequestTrait.REPEAT)));
        if (again.isInconclusive()) {
            return null;
        }
        return new Repeat(2, isBroken.apply(again) ? 2 : 1);
    }

    /**
     * Records a breach; one is due to the environment if the target answers nothing else either.
     *
     * @param requirement what is broken; null for what a scenario of one's own expects by itself
     * @param evidence the exchanges that show it; the interface of the last is asked whether it answers
     * @param repeat whether it was seen again, or null
     */
    Finding breach(
            @Nullable RequirementId requirement,
            Judgement.Broken broken,
            List<Exchange> evidence,
            @Nullable Repeat repeat) {
        boolean answers = evidence.isEmpty()
                || findings.found().size() >= REPEATED
                || answers(lines.of(evidence.get(evidence.size() - 1).request()).health(), requirement);
        Finding finding = new Finding(
                requirement,
                answers ? outcomeOfBreach(requirement) : Outcome.INCONCLUSIVE,
                broken.message(),
                broken.expected(),
                broken.actual() + ambiguity(evidence),
                evidence,
                answers ? Attribution.TARGET : Attribution.ENVIRONMENT,
                repeat,
                broken.pinpoint());
        findings.add(finding);
        return finding;
    }

    private static boolean answers(TargetHealth health, @Nullable RequirementId requirement) {
        boolean answers = health.isKnownToBreak(requirement) || health.answers();
        if (answers) {
            health.met(requirement);
        }
        return answers;
    }

    /**
     * The fault that a control exchange shows since this request was refused; it is recorded on what it breaks. Only a refusal
     * that one cause would bring about everywhere is worth a control.
     */
    Optional<Cause> causeSince(Exchange refused, ApiLine line) {
        RequestPurpose purpose = refused.request().purpose();
        if (purpose.is(RequestTrait.BAD_CREDENTIALS)
                || purpose.is(RequestTrait.MALFORMED)
                || !line.causes().isGeneral(refused)) {
            return Optional.empty();
        }
        Exchange control = line.health().control();
        Optional<Cause> cause = line.causes().shownBy(control);
        cause.filter(line.causes()::isNew)
                .ifPresent(known -> known.requirements().forEach(requirement -> {
                    findings.judged(requirement);
                    findings.add(new Finding(
                            requirement,
                            outcomeOfBreach(requirement),
                            known.sentence(),
                            "what was accepted before",
                            control.outcomeInWords(),
                            List.of(control),
                            Attribution.TARGET,
                            null));
                }));
        return cause;
    }

    /** Whoever reads such an answer otherwise may find it right. */
    private static String ambiguity(List<Exchange> evidence) {
        return evidence.isEmpty()
                ? ""
                : evidence.get(evidence.size() - 1)
                        .answer()
                        .map(AnswerJson::ambiguity)
                        .orElse("");
    }

    /** What a standing check found in this exchange, so that no breach is counted twice. */
    Optional<Finding> foundIn(Exchange exchange, RequirementId requirement) {
        return findings.found().stream()
                .filter(finding -> requirement.equals(finding.requirement())
                        && finding.evidence().equals(List.of(exchange)))
                .findFirst();
    }

    /** Records that the environment stands between us and a judgement. */
    Finding inconclusive(RequirementId requirement, Exchange exchange) {
        Finding finding = new Finding(
                requirement,
                Outcome.INCONCLUSIVE,
                inTheWay(exchange),
                "",
                "",
                List.of(exchange),
                Attribution.ENVIRONMENT,
                null);
        findings.add(finding);
        return finding;
    }

    private Outcome outcomeOfBreach(@Nullable RequirementId requirement) {
        return requirement == null
                ? Outcome.VIOLATION
                : Outcome.ofBroken(catalogue.get(requirement).level());
    }

    /** What came in place of an answer that can be judged. */
    static String inTheWay(Exchange exchange) {
        return exchange.request().purpose().inWords() + " got " + exchange.outcomeInWords() + " in "
                + exchange.attempts() + (exchange.attempts() == 1 ? " attempt" : " attempts");
    }
}
