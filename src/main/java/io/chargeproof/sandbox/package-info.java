/**
 * Owns the reference provider as a whole: starting it, its profile, and the lists of what it can be told to do.
 * May use requirement, the JDK, and its own parts; nothing that judges.
 */
@NullMarked
package io.chargeproof.sandbox;

import org.jspecify.annotations.NullMarked;
