package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.requirement.Apis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which statuses and result codes the operations gave, controls and repeats included. */
public final class AnswerCodes {
    private static final JsonMapper JSON = new JsonMapper();

    private AnswerCodes() {}

    /** The numbers of the exchanges that gave each kind of answer. */
    public static SortedMap<AnswerCode, List<Long>> of(List<Exchange> exchanges) {
        SortedMap<AnswerCode, List<Long>> numbers = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            numbers.computeIfAbsent(codeOf(exchange), code -> new ArrayList<>()).add(exchange.number());
        }
        return Collections.unmodifiableSortedMap(numbers);
    }

    /** The kind of answer that an exchange ended with. */
    public static AnswerCode codeOf(Exchange exchange) {
        String api = exchange.request().purpose().api();
        return new AnswerCode(
                api,
                exchange.request().purpose().operation(),
                exchange.status().orElse(null),
                Apis.resultCodes(api)
                        .flatMap(codes -> exchange.answer().map(answer -> resultCode(answer, codes.path())))
                        .orElse(null));
    }

    private static @Nullable Integer resultCode(HttpAnswer answer, List<String> path) {
        try {
            JsonNode code = JSON.readTree(answer.body().bytes());
            for (String member : path) {
                code = code.path(member);
            }
            return code.isNumber() && code.canConvertToExactIntegral() && code.canConvertToInt()
                    ? code.intValue()
                    : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }
}
