package io.chargeproof.report;

import io.chargeproof.exchange.Exchange;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What the commands that are made of a recorded run's requests would send where. */
public final class RecordedCommands {
    private RecordedCommands() {}

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
