package io.chargeproof.contract;

import io.chargeproof.contract.matching.Comparison;
import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares an answer with the one that a contract promises. */
final class AnswerComparison {
    private final Contract contract;

    AnswerComparison(Contract contract) {
        this.contract = contract;
    }

    /**
     * Where they differ; nowhere if the contract is kept.
     *
     * @throws io.chargeproof.contract.matching.UnreadablePact if the contract has a rule that can't be decided
     */
    List<Mismatch> with(HttpAnswer answer) {
        return Comparison.of(
                contract.promise(),
                new Comparison.Answered(answer.status(), lines(answer.headers()), answer.body()),
                new LibraryBodies(contract.http().getResponse().getMatchingRules(), true));
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
