/**
 * Owns the requirements: what the documents ask of a target, as data.
 * May use the JDK and a YAML parser.
 */
@NullMarked
package io.chargeproof.requirement;

import org.jspecify.annotations.NullMarked;
