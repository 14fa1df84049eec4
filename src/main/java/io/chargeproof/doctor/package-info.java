/**
 * Owns whether a profile is right and its target there, and what to do where not.
 * May use run and what it may use.
 */
@NullMarked
package io.chargeproof.doctor;

import org.jspecify.annotations.NullMarked;
