package io.chargeproof.sandbox.evcnet;

import java.util.List;
import java.util.stream.IntStream;

/** The token and the cards that every sandbox starts with; the same each time. */
public final class CustomerTestData {
    /** The token of the Customer API. */
    public static final String TOKEN = "cpsandbox-5d0f4b7e9a1c4c62b8e37f20";

    private static final List<String> CARDS =
            IntStream.rangeClosed(1, 200).mapToObj(CustomerTestData::card).toList();

    private CustomerTestData() {}

    /** The cards that are known from the start. */
    public static List<String> cards() {
        return CARDS;
    }

    static String card(int number) {
        return String.format("NL-CP%06d-A1", number);
    }
}
