package io.chargeproof.contract;

import org.jspecify.annotations.Nullable;

/**
 * What of a consumer or of a provider is published, as a broker knows it.
 *
 * @param number its version
 * @param branch its branch, or null
 * @param buildUrl where the build is to be seen that made it, or null
 */
public record CodeVersion(
        String number, @Nullable String branch, @Nullable String buildUrl) {}
