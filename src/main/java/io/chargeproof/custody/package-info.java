/**
 * Owns what a run uses up or changes at a target: customers, cards, users' details.
 * May use exchange and target.
 */
@NullMarked
package io.chargeproof.custody;

import org.jspecify.annotations.NullMarked;
