/**
 * Owns the data that requests are made of: hostile values and broken bodies, and names that differ from one another.
 * May use exchange, the JDK and JSON.
 */
@NullMarked
package io.chargeproof.testdata;

import org.jspecify.annotations.NullMarked;
