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
 * @param group the requests that it belongs with: they share a connection, or leave at the same moment where they are {@link
 *     Trait#TOGETHER}; empty if it stands alone
 */
public record RequestPurpose(String api, String operation, String variant, Set<RequestTrait> traits, String group) {
    /** What stands between a group's name and the number that tells it from others of that name. */
    public static final String NUMBERED = " no. ";

    public RequestPurpose {
        traits = Set.copyOf(traits);
        if (!group.isEmpty() && !group.contains(NUMBERED)) {
            throw new IllegalArgumentException("a group needs a number, not '" + group + "'");
        }
    }

    /** An ordinary request for an operation. */
    public static RequestPurpose of(String api, String operation) {
        return new RequestPurpose(api, operation, "", Set.of(), "");
    }

    /** The same with one more trait. */
    public RequestPurpose with(RequestTrait trait) {
        Set<RequestTrait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new RequestPurpose(api, operation, variant, more, group);
    }

    /** The same, described in a few words. */
    public RequestPurpose as(String described) {
        return new RequestPurpose(api, operation, described, traits, group);
    }

    /** The same as one of a group. */
    public RequestPurpose in(String other) {
        return new RequestPurpose(api, operation, variant, traits, other);
    }

    /** Whether it shares a connection with others. */
    public boolean sharesConnection() {
        return !group.isEmpty() && !is(RequestTrait.TOGETHER);
    }

    /** What was asked, for a sentence: {@code create} or {@code create with a wrong token}. */
    public String inWords() {
        String asked = variant.isEmpty() ? operation : operation + " with " + variant;
        if (is(RequestTrait.TOGETHER)) {
            return asked + ", at the same moment as another";
        }
        return sharesConnection() ? asked + ", on " + group.substring(0, group.lastIndexOf(NUMBERED)) : asked;
    }

    /** Whether it has a trait. */
    public boolean is(RequestTrait trait) {
        return traits.contains(trait);
    }
}
