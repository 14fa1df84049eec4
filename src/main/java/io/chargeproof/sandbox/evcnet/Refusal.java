package io.chargeproof.sandbox.evcnet;

import java.util.List;

/**
 * The request was refused, and nothing changed.
 *
 * @param reason the kind of refusal
 * @param complaints what is wrong with the request
 */
public record Refusal(Reason reason, List<Complaint> complaints) implements RequestResult {
    public Refusal {
        complaints = List.copyOf(complaints);
    }

    /** Why a request is refused. */
    public enum Reason {
        /** Something in the request is wrong. */
        INVALID(400),
        /** It bears no valid token. */
        FORBIDDEN(403),
        /** Nothing is there. */
        NO_SUCH_RESOURCE(404),
        /** The customers take POST alone. */
        ONLY_POST(405),
        /** A customer takes PUT alone. */
        ONLY_PUT(405),
        /** The body is longer than 1 MiB. */
        TOO_LONG(413);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** The HTTP status that says so. */
        public int status() {
            return status;
        }
    }

    /** A refusal with one complaint. */
    public static Refusal of(Reason reason, String part, String problem) {
        return new Refusal(reason, List.of(new Complaint(part, problem)));
    }
}
