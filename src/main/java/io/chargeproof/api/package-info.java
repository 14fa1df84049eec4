/**
 * Owns what an API brings, and how its module is found.
 * May use requirement, exchange, check and profile.
 */
@NullMarked
package io.chargeproof.api;

import org.jspecify.annotations.NullMarked;
