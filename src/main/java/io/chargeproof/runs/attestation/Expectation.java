package io.chargeproof.runs.attestation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What whoever relies on a run expects of it.
 *
 * @param target the target's name, or the address of one of its APIs
 * @param profile the profile that the run has to have had, or null for any
 * @param version the version of Chargeproof that has to have judged
 * @param musts the requirements that have to have been in scope, by their IDs
 * @param maxAge how long ago the run may have ended
 * @param now the present
 */
public record Expectation(
        String target, @Nullable Path profile, String version, Set<String> musts, Duration maxAge, Instant now) {
    public Expectation {
        musts = Set.copyOf(musts);
    }
}
