package io.chargeproof.sandbox.evcnet;

/**
 * The request was carried out.
 *
 * @param operation what was done
 * @param customer the id of the customer it was done to
 */
public record Accepted(Operation operation, long customer) implements RequestResult {
    /** What can be done. */
    public enum Operation {
        /** A customer was created. */
        CREATE,
        /** A customer was updated, cards included. */
        UPDATE
    }
}
