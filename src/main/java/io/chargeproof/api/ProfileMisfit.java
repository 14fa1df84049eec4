package io.chargeproof.api;

/** A value of the profile that the target shows to be wrong; the message is one sentence that reads on from the key. */
public final class ProfileMisfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String problem;

    /** The value of a key, such as {@code evc-net.card-customer}, doesn't fit the target, for this reason. */
    public ProfileMisfit(String key, String problem) {
        super("'" + key + "' " + problem);
        this.key = key;
        this.problem = problem;
    }

    /** The key whose value it is. */
    public String key() {
        return key;
    }

    /** What is wrong with it; reads on from the key. */
    public String problem() {
        return problem;
    }
}
