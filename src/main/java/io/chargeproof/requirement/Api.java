package io.chargeproof.requirement;

/** The interfaces whose documents are judged. */
public enum Api {
    /** Last Mile Solutions' EVC-net Customer API. */
    EVC_NET("evc-net", "EVC-"),
    /** PlugSurfing's OIOI, of which the two user calls. */
    OIOI("oioi", "OIOI-");

    private final String label;
    private final String prefix;

    Api(String label, String prefix) {
        this.label = label;
        this.prefix = prefix;
    }

    /** The name used in profiles, tags and reports: {@code evc-net} or {@code oioi}. */
    public String label() {
        return label;
    }

    /** What the IDs of this interface's requirements start with. */
    String prefix() {
        return prefix;
    }
}
