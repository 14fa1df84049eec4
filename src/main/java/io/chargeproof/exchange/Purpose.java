package io.chargeproof.exchange;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a request is for; enough to judge its answer without knowing who sent it.
 *
 * @param api the interface: {@code evc-net} or {@code oioi}
 * @param operation what is asked of it, such as {@code create} or {@code user-get-details}
 * @param variant what is special about this request in a few words, or empty
 * @param traits what is out of the ordinary about it
 */
public record Purpose(String api, String operation, String variant, Set<Trait> traits) {
    public Purpose {
        traits = Set.copyOf(traits);
    }

    /** An ordinary request for an operation. */
    public static Purpose of(String api, String operation) {
        return new Purpose(api, operation, "", Set.of());
    }

    /** The same with one more trait. */
    public Purpose with(Trait trait) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Purpose(api, operation, variant, more);
    }

    /** The same, described in a few words. */
    public Purpose as(String described) {
        return new Purpose(api, operation, described, traits);
    }

    /** What was asked, for a sentence: {@code create} or {@code create with a wrong token}. */
    public String inWords() {
        return variant.isEmpty() ? operation : operation + " with " + variant;
    }

    /** Whether it has a trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
