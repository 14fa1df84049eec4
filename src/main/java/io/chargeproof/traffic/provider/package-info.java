/**
 * Owns what recorded traffic proves of the provider, and nothing that a client's own mistakes may have brought about.
 * May use recording and rule, and the checks of the APIs.
 */
@NullMarked
package io.chargeproof.traffic.provider;

import org.jspecify.annotations.NullMarked;
