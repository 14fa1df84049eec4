package io.chargeproof.prove;

/** How much of the suite a defect has met. Each is tried only if nothing was caught by the one before. */
public enum TrialStage {
    /**
     * The scenarios of its requirement, those of another that bring it about, and its API's smoke set, with a sample of the
     * hostile values.
     */
    OWN("own"),
    /** The same with every hostile value. */
    OWN_IN_FULL("own-full"),
    /** Every scenario of its API, with a sample of the hostile values. */
    SAMPLED("sampled"),
    /** Every scenario of its API, with every hostile value. */
    WHOLE_API("whole-api");

    private final String label;

    TrialStage(String label) {
        this.label = label;
    }

    /** The name in reports, such as {@code whole-api}. */
    public String label() {
        return label;
    }
}
