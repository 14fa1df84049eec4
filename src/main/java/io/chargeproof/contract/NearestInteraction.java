package io.chargeproof.contract;

import io.chargeproof.contract.matching.Mismatch;
import io.chargeproof.contract.matching.RequestComparison;
import io.chargeproof.contract.matching.UnreadablePact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the interaction that expects a request, or says how the request differs from the nearest. */
final class NearestInteraction {
    private static final int MOST = 20;
    private static final Duration COMPARING = Duration.ofSeconds(5);

    private final List<Contract> contracts;

    NearestInteraction(List<Contract> contracts) {
        this.contracts = List.copyOf(contracts);
    }

    /**
     * What became of a request.
     *
     * @param contract the interaction that expects it, or null
     * @param refusal why none does, in some lines; empty if one does
     */
    record Found(@Nullable Contract contract, String refusal) {}

    private record Compared(Contract contract, RequestComparison.Differences differences) {
        /** The least first: another path, another method, then as many differences as there are. */
        static final Comparator<Compared> NEAREST = Comparator.comparing(
                        (Compared each) -> each.differences().path() != null)
                .thenComparing(each -> each.differences().method() != null)
                .thenComparing(each -> each.differences().count());
    }

    /** The first interaction that expects a request, or why none does. */
    Found of(RequestComparison.Asked asked) {
        List<Compared> compared = new ArrayList<>();
        for (Contract each : contracts) {
            Compared one = new Compared(each, differences(each, asked));
            if (one.differences().count() == 0) {
                return new Found(each, "");
            }
            compared.add(one);
        }
        String why = "No interaction of these pacts expects " + asked.method() + " " + asked.path() + ".";
        Optional<Compared> nearest = compared.stream().min(Compared.NEAREST);
        return new Found(null, nearest.map(each -> why + "\n" + inWords(each)).orElse(why));
    }

    private static RequestComparison.Differences differences(Contract contract, RequestComparison.Asked asked) {
        try {
            return Deadline.within(COMPARING, () -> RequestComparison.of(contract.request(), asked, others(contract)));
        } catch (UnreadablePact fault) {
            return undecided(String.valueOf(fault.getMessage()));
        } catch (TimeoutException e) {
            return undecided("one of its matching rules doesn't come to an end on it");
        }
    }

    private static LibraryBodies others(Contract contract) {
        return new LibraryBodies(contract.http().getRequest().getMatchingRules(), false);
    }

    private static RequestComparison.Differences undecided(String why) {
        Mismatch undecided = new Mismatch("body", "it can't be decided", "so, since " + why);
        return new RequestComparison.Differences(null, null, List.of(), List.of(), List.of(undecided));
    }

    private static String inWords(Compared nearest) {
        List<String> differences = inWords(nearest.differences());
        String more = differences.size() > MOST ? "\n- and " + (differences.size() - MOST) + " more" : "";
        return "The nearest is '" + nearest.contract().description() + "' ("
                + nearest.contract().location() + "); the request differs from it in:\n"
                + differences.stream().limit(MOST).map(each -> "- " + each).collect(Collectors.joining("\n")) + more;
    }

    private static List<String> inWords(RequestComparison.Differences differences) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(differences.method()).ifPresent(each -> words.add("the " + each.inWords()));
        Optional.ofNullable(differences.path()).ifPresent(each -> words.add("the " + each.inWords()));
        differences.query().forEach(each -> words.add("the query parameter " + each.inWords()));
        differences.headers().forEach(each -> words.add("the header " + each.inWords()));
        differences
                .body()
                .forEach(each -> words.add("the body" + (each.place().equals("body") ? "" : " at ")
                        + (each.place().equals("body") ? each.inWords().substring("body".length()) : each.inWords())));
        return words.stream().distinct().toList();
    }
}
