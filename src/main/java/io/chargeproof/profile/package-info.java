/**
 * Owns the profile of a target and its reader: addresses, credentials, test data, limits, waivers.
 * May use yaml and requirement.
 */
@NullMarked
package io.chargeproof.profile;

import org.jspecify.annotations.NullMarked;
