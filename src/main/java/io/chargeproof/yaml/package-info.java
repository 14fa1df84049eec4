/**
 * Owns YAML read with positions, so that an error names line and key.
 * May use the JDK and a YAML parser.
 */
@NullMarked
package io.chargeproof.yaml;

import org.jspecify.annotations.NullMarked;
