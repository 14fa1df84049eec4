package io.chargeproof.contract;

/**
 * A pact, a provider's answer to its one request, and what is to be said of it.
 *
 * @param id where it is from, and what it is called
 * @param pact the text of the pact
 * @param answer what the provider answers
 * @param verdict what Pact's core says
 */
record PactCase(String id, String pact, Answer answer, Verdict verdict) {
    /** The provider's name in all of them. */
    static final String PROVIDER = "provider";

    /** What can be said. */
    enum Verdict {
        /** The promise is kept. */
        KEPT,
        /** It is broken. */
        BROKEN,
        /** The pact itself is wrong: nothing can be said of the provider. */
        NOT_TESTED
    }

    @Override
    public String toString() {
        return id;
    }
}
