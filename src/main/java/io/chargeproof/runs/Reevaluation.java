package io.chargeproof.runs;

import io.chargeproof.api.ApiModule;
import io.chargeproof.api.ApiModules;
import io.chargeproof.check.Invariant;
import io.chargeproof.check.Judgement;
import io.chargeproof.check.Verifies;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.RequestTrait;
import io.chargeproof.report.RecordedRun;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.Api;
import io.chargeproof.requirement.RequirementId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What today's standing checks say of the exchanges that a run recorded; nothing is sent. Where redaction has taken out
 * what a check goes by, they can't say anything.
 */
final class Reevaluation {
    /** What the redactor leaves in place of a secret. */
    private static final Pattern REDACTED = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}|\\*\\*\\*");
    /** Taken out too, though it is neither a key, nor a token, nor a password. */
    private static final Pattern NO_CREDENTIAL = Pattern.compile("\"social-security-number\"\\s*:\\s*\"\\*\\*\\*\"");

    /** What decides these is the very thing that was taken out. */
    private static final Set<String> ON_SECRETS = ApiModules.all().stream()
            .flatMap(each -> each.decidedBySecrets().stream())
            .collect(Collectors.toUnmodifiableSet());

    private final RunReport report;
    private final Map<Api, List<Invariant>> checks;
    private final SortedMap<RequirementId, Rejudged> byRequirement = new TreeMap<>();

    /** What was and is said of one requirement: the numbers of exchanges. */
    record Rejudged(Set<Long> brokenThen, Set<Long> brokenNow, Set<Long> undecidable) {
        Rejudged() {
            this(new HashSet<>(), new HashSet<>(), new HashSet<>());
        }

        /** Of what can be told, whether the breaches then are those now. */
        boolean isSame() {
            Set<Long> then = new HashSet<>(brokenThen);
            Set<Long> now = new HashSet<>(brokenNow);
            then.removeAll(undecidable);
            now.removeAll(undecidable);
            return then.equals(now);
        }
    }

    private Reevaluation(RunReport report) {
        this.report = report;
        this.checks = ApiModules.all().stream().collect(Collectors.toMap(ApiModule::api, ApiModule::invariants));
    }

    /** Judges a run's exchanges again; an entry for each requirement that standing checks decide. */
    static SortedMap<RequirementId, Rejudged> of(RecordedRun run) {
        Reevaluation again = new Reevaluation(run.report());
        again.remember();
        again.judge();
        return again.byRequirement;
    }

    private void remember() {
        checks.values().stream().flatMap(List::stream).forEach(check -> {
            Verifies verifies = check.getClass().getAnnotation(Verifies.class);
            if (verifies != null) {
                Stream.of(verifies.value()).forEach(id -> byRequirement.put(new RequirementId(id), new Rejudged()));
            }
        });
        Set<Long> judged = new HashSet<>();
        judged().forEach(exchange -> judged.add(exchange.number()));
        report.requirements().stream()
                .filter(result -> byRequirement.containsKey(result.requirement().id()))
                .forEach(result -> result.findings().stream()
                        .flatMap(located -> located.finding().evidence().stream())
                        .map(Exchange::number)
                        .filter(judged::contains)
                        .forEach(number ->
                                of(result.requirement().id()).brokenThen().add(number)));
    }

    private void judge() {
        for (Exchange exchange : judged()) {
            for (Map.Entry<Api, List<Invariant>> each : checks.entrySet()) {
                if (each.getKey().label().equals(exchange.request().purpose().api())) {
                    each.getValue().forEach(check -> check.judge(exchange).forEach(judged -> add(judged, exchange)));
                }
            }
        }
    }

    private void add(Invariant.Judged judged, Exchange exchange) {
        Rejudged rejudged = of(judged.requirement());
        boolean hidden = ON_SECRETS.contains(judged.requirement().value())
                ? exchange.answer().filter(Reevaluation::isRedacted).isPresent()
                : judged.judgement() instanceof Judgement.Broken broken
                        && REDACTED.matcher(broken.actual()).find();
        if (hidden) {
            rejudged.undecidable().add(exchange.number());
        } else if (judged.judgement() instanceof Judgement.Broken) {
            rejudged.brokenNow().add(exchange.number());
        }
    }

    private Rejudged of(RequirementId id) {
        return byRequirement.computeIfAbsent(id, requirement -> new Rejudged());
    }

    /** What the standing checks looked at in the run: what scenarios sent and got an answer to. */
    private List<Exchange> judged() {
        Set<Long> ofScenarios = new HashSet<>();
        report.scenarios().forEach(scenario -> ofScenarios.addAll(scenario.exchanges()));
        List<Exchange> judged = new ArrayList<>(report.exchanges());
        judged.removeIf(exchange -> !ofScenarios.contains(exchange.number())
                || exchange.isInconclusive()
                || exchange.request().purpose().is(RequestTrait.CONTROL)
                || exchange.request().purpose().is(RequestTrait.REPEAT));
        return judged;
    }

    private static boolean isRedacted(HttpAnswer answer) {
        String withoutOthers = NO_CREDENTIAL.matcher(answer.body().text()).replaceAll("");
        return REDACTED.matcher(withoutOthers).find()
                || answer.headers().fields().stream()
                        .anyMatch(field -> REDACTED.matcher(field.value()).find());
    }
}
