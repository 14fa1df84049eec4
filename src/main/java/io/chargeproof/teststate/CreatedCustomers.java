package io.chargeproof.teststate;

import io.chargeproof.teststate.JournalEntry.CustomerAnswered;
import io.chargeproof.teststate.JournalEntry.CustomerAsked;
import io.chargeproof.teststate.JournalEntry.Fate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The customers of a ledger that are, or may be, at the target. */
final class CreatedCustomers {
    /** What a spreadsheet begins a formula with, if need be after blanks. */
    private static final Pattern FORMULA = Pattern.compile("[\\s\\p{Z}'\"]*[=+@\\-＝＋＠－]|[\\s\\p{Z}]");

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private CreatedCustomers() {}

    /**
     * A customer.
     *
     * @param id the likeliest id; empty where none is known
     */
    record Row(String objectId, String id, String created) {}

    static List<Row> in(List<JournalEntry> entries) {
        Map<Long, CustomerAnswered> answers = new HashMap<>();
        entries.stream()
                .filter(CustomerAnswered.class::isInstance)
                .map(CustomerAnswered.class::cast)
                .forEach(answered -> answers.put(answered.number(), answered));
        return entries.stream()
                .filter(CustomerAsked.class::isInstance)
                .map(CustomerAsked.class::cast)
                .flatMap(asked -> row(
                        asked,
                        answers.getOrDefault(asked.number(), new CustomerAnswered(asked.number(), Fate.UNKNOWN, ""))))
                .toList();
    }

    static String csv(List<Row> rows) {
        StringBuilder csv = new StringBuilder("object_id,id,created\n");
        rows.forEach(row -> csv.append(cell(row.objectId()))
                .append(',')
                .append(cell(row.id()))
                .append(',')
                .append(cell(row.created()))
                .append('\n'));
        return csv.toString();
    }

    private static Stream<Row> row(CustomerAsked asked, CustomerAnswered answered) {
        return answered.fate() == Fate.NOT_CREATED
                ? Stream.empty()
                : Stream.of(new Row(asked.objectId(), answered.id(), asked.at().toString()));
    }

    /** Quoted where need be; nothing in it is hidden, and what a spreadsheet would take for a formula is made text. */
    private static String cell(String value) {
        String seen = HIDDEN.matcher(value)
                .replaceAll(found -> found.group()
                        .chars()
                        .mapToObj(unit -> "\\\\u" + HexFormat.of().toHexDigits((char) unit))
                        .collect(Collectors.joining()));
        String text = FORMULA.matcher(seen).lookingAt() ? "'" + seen : seen;
        return text.matches("[A-Za-z0-9_.:'-]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
