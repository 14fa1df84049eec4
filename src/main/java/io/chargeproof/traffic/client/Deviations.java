package io.chargeproof.traffic.client;

import io.chargeproof.check.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What of a request isn't as documented, member by member; one judgement of it all. */
final class Deviations {
    private static final int MOST = 8;

    private final List<String> places = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> actual = new ArrayList<>();

    /** Notes a member that should be otherwise. */
    void add(String place, String wanted, String found) {
        places.add(place);
        if (!expected.contains(wanted)) {
            expected.add(wanted);
        }
        actual.add(place + ": " + found);
    }

    /** Notes a member unless it is as it should be. */
    void addUnless(boolean fits, String place, String wanted, Supplier<String> found) {
        if (!fits) {
            add(place, wanted, found.get());
        }
    }

    /** Holds if nothing was noted. */
    Judgement judgement(String message) {
        return places.isEmpty()
                ? Judgement.HOLDS
                : Judgement.broken(message + ": " + some(places, ", "), some(expected, "; "), some(actual, "; "));
    }

    private static String some(List<String> words, String between) {
        String more = words.size() > MOST ? between + "and " + (words.size() - MOST) + " more" : "";
        return String.join(between, words.subList(0, Math.min(MOST, words.size()))) + more;
    }
}
