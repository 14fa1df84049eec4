package io.chargeproof.target;

import java.util.List;

/**
 * A profile as it was read, and what its owner should know of it.
 *
 * @param profile the profile
 * @param warnings a sentence each, with file, line and key; none shows a secret
 */
public record ReadProfile(Profile profile, List<String> warnings) {
    public ReadProfile {
        warnings = List.copyOf(warnings);
    }
}
