package io.chargeproof.contract;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.Matching;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IResponse;
import au.com.dius.pact.core.model.OptionalBody;
import io.chargeproof.contract.matching.Comparison;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.contract.matching.UnreadablePact;
import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares an answer with the one that a contract promises; of bodies, Pact JVM compares XML, forms and the like. */
final class AnswerComparison {
    private static final int SHOWN = 100;

    private final Contract contract;

    AnswerComparison(Contract contract) {
        this.contract = contract;
    }

    /**
     * Where they differ; nowhere if the contract is kept.
     *
     * @throws UnreadablePact if the contract has a rule that can't be decided
     */
    List<Mismatch> with(HttpAnswer answer) {
        return Comparison.of(
                contract.promise(),
                new Comparison.Answered(answer.status(), lines(answer.headers()), answer.body()),
                this::otherBodies);
    }

    private List<Mismatch> otherBodies(String type, Body expected, Comparison.Answered actual) {
        IResponse promised = contract.http().getResponse();
        HttpResponse came = new HttpResponse(
                actual.status(),
                Map.of("Content-Type", List.of(type)),
                OptionalBody.body(actual.body().bytes(), ContentType.fromString(type)));
        HttpResponse wanted = new HttpResponse(
                promised.getStatus(),
                Map.of("Content-Type", List.of(type)),
                OptionalBody.body(expected.bytes(), ContentType.fromString(type)),
                promised.getMatchingRules());
        MatchingContext rules =
                new MatchingContext(promised.getMatchingRules().rulesForCategory("body"), true, Map.of(), false);
        try {
            return Matching.INSTANCE.matchBody(wanted, came, rules).getMismatches().stream()
                    .map(each -> each instanceof BodyMismatch body ? of(body) : whole())
                    .distinct()
                    .toList();
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            return List.of(new Mismatch("body", "it is to be of the type " + type, "not readable"));
        }
    }

    private static Mismatch of(BodyMismatch mismatch) {
        String actual = String.valueOf(mismatch.getActual());
        boolean isPart = mismatch.getPath().length() > 1 && actual.length() <= SHOWN && !actual.contains("<");
        return isPart
                ? new Mismatch(mismatch.getPath(), "it is to be as the pact has it", "'" + actual + "'")
                : new Mismatch(
                        mismatch.getPath().length() > 1 ? mismatch.getPath() : "body",
                        whole().expected(),
                        whole().actual());
    }

    private static Mismatch whole() {
        return new Mismatch("body", "it is to be as the pact has it", "another");
    }

    private static Map<String, List<String>> lines(Headers headers) {
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Headers.Field field : headers.fields()) {
            lines.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), each -> new ArrayList<>())
                    .add(field.value());
        }
        return lines;
    }
}
