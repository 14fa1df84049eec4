package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statuses and result codes of each operation as a plain table, at most 120 columns wide. */
final class AnswerTable {
    private static final String ROW = "%-10s  %-40s  %8s  %8s  %8s";
    private static final int LONGEST_OPERATION = 40;

    private AnswerTable() {}

    static List<String> lines(List<Exchange> exchanges) {
        List<String> lines = new ArrayList<>();
        AnswerCodes.of(exchanges).forEach((code, numbers) -> lines.add(row(code, numbers.size())));
        if (!lines.isEmpty()) {
            lines.add(0, String.format(ROW, "interface", "operation", "status", "code", "count"));
        }
        return lines;
    }

    private static String row(AnswerCode code, int count) {
        String operation = DisplayText.visible(code.operation());
        return String.format(
                ROW,
                code.api(),
                operation.length() > LONGEST_OPERATION ? operation.substring(0, LONGEST_OPERATION) : operation,
                code.status() == null ? "none" : code.status(),
                number(code.resultCode()),
                count);
    }

    private static Object number(@Nullable Integer number) {
        return number == null ? "-" : number;
    }
}
