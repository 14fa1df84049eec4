/**
 * Owns the hostile values and broken bodies that sweeps send, as data.
 * May use the JDK and JSON.
 */
@NullMarked
package io.chargeproof.hostile;

import org.jspecify.annotations.NullMarked;
