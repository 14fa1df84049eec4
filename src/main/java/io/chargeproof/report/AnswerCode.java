package io.chargeproof.report;

import io.chargeproof.requirement.Apis;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One kind of answer that an operation gave.
 *
 * @param api the label of the API
 * @param operation what was asked
 * @param status the HTTP status; none where no answer came
 * @param resultCode the result code in the body; none where it bears none, and for an API that has none
 */
public record AnswerCode(
        String api,
        String operation,
        @Nullable Integer status,
        @Nullable Integer resultCode) implements Comparable<AnswerCode> {
    private static final Comparator<@Nullable Integer> NONE_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    @Override
    public int compareTo(AnswerCode other) {
        int byApi = api.compareTo(other.api);
        int byOperation = byApi != 0 ? byApi : operation.compareTo(other.operation);
        int byStatus = byOperation != 0 ? byOperation : NONE_LAST.compare(status, other.status);
        return byStatus != 0 ? byStatus : NONE_LAST.compare(resultCode, other.resultCode);
    }

    /** For a person: {@code HTTP 200, code 144}, or {@code no answer}. */
    public String inWords() {
        if (status == null) {
            return "no answer";
        }
        String http = "HTTP " + status;
        if (Apis.resultCodes(api).isEmpty()) {
            return http;
        }
        return resultCode == null ? http + ", no result code" : http + ", code " + resultCode;
    }
}
