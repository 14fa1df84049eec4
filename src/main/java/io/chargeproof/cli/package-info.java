/**
 * Owns the commands; alone prints and exits.
 * May use everything.
 */
@NullMarked
package io.chargeproof.cli;

import org.jspecify.annotations.NullMarked;
