package io.chargeproof.report;

import io.chargeproof.exchange.Curl;
import io.chargeproof.exchange.Exchange;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The commands that repeat what a run recorded, made anew from its requests: a command that stands in a file of others
 * would be theirs, to be pasted into one's own shell.
 */
public final class RecordedCommands {
    private final Map<Long, Exchange> exchanges = new HashMap<>();

    RecordedCommands() {}

    void add(Exchange exchange) {
        exchanges.put(exchange.number(), exchange);
    }

    /** By the exchange's number. */
    Map<Long, String> byNumber() {
        return exchanges.values().stream()
                .collect(Collectors.toMap(Exchange::number, each -> WellFormedText.of(Curl.of(each.request()))));
    }

    /** What commands send where, as their requests are another's too; nothing where they send no variables. */
    public static Optional<String> caution(Collection<Exchange> exchanges) {
        List<Exchange> telling = exchanges.stream()
                .filter(each -> !Curl.variables(each.request()).isEmpty())
                .toList();
        if (telling.isEmpty()) {
            return Optional.empty();
        }
        TreeSet<String> names = new TreeSet<>();
        TreeSet<String> places = new TreeSet<>();
        telling.forEach(each -> {
            names.addAll(Curl.variables(each.request()));
            places.add(each.request().uri().getScheme() + "://"
                    + each.request().uri().getRawAuthority());
        });
        return Optional.of("the curl commands are made of the recorded requests; they send the values of "
                + String.join(", ", names) + " to " + String.join(", ", places));
    }
}
