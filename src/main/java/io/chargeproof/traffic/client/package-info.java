/**
 * Owns the checks whose subject is the client: what it sends, and what it does after an answer.
 * May use recording, and what that uses.
 */
@NullMarked
package io.chargeproof.traffic.client;

import org.jspecify.annotations.NullMarked;
