package io.chargeproof.profile;

/**
 * A value that no output may show.
 *
 * @param name what stands for it in output, such as {@code EVC_NET_TOKEN}; a valid name of an environment variable
 * @param value the value itself
 */
public record Secret(String name, String value) {
    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the secret " + name + " is empty");
        }
    }

    /** The name, never the value. */
    @Override
    public String toString() {
        return "${" + name + "}";
    }
}
