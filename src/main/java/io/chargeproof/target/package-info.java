/**
 * Owns the target: the profile and its parts, credentials, test users, waivers, and the guard before production.
 * May use requirement.
 */
@NullMarked
package io.chargeproof.target;

import org.jspecify.annotations.NullMarked;
