package io.chargeproof.contract.matching;

/** Why what a pact promises can't be understood: the pact's own fault, never the provider's. */
public final class UnreadablePact extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault of a pact.
     *
     * @param message what is wrong, as the rest of a sentence that names the interaction
     */
    public UnreadablePact(String message) {
        super(message);
    }
}
