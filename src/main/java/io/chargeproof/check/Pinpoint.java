package io.chargeproof.check;

import java.util.List;

/**
 * What of an answer a broken requirement is about, for whoever shows the answer or sends its request again.
 *
 * @param member the JSON Pointer (RFC 6901) of the member that is wrong, or that is missing; of several the first, and empty
 *     where no member is to blame
 * @param statuses the HTTP statuses of which one would be right, in ascending order; empty where the status isn't to blame
 */
public record Pinpoint(String member, List<StatusRange> statuses) {
    /** Nothing in particular. */
    public static final Pinpoint NONE = new Pinpoint("", List.of());

    public Pinpoint {
        statuses = List.copyOf(statuses);
    }
}
