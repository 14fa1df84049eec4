/**
 * Owns the one redactor that stands before every sink.
 * May use the JDK.
 */
@NullMarked
package io.chargeproof.redaction;

import org.jspecify.annotations.NullMarked;
