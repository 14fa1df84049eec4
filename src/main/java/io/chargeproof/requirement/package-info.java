/**
 * Owns the requirements: what the documents of each API ask of a target, and what else they say, as data.
 * May use the JDK and a YAML parser.
 */
@NullMarked
package io.chargeproof.requirement;

import org.jspecify.annotations.NullMarked;
