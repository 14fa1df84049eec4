/**
 * Owns which hosts may be reached, and what may be done there.
 * May use requirement and profile.
 */
@NullMarked
package io.chargeproof.guard;

import org.jspecify.annotations.NullMarked;
