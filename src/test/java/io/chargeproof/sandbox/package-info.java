/** Tests the sandbox over real HTTP. */
@NullMarked
package io.chargeproof.sandbox;

import org.jspecify.annotations.NullMarked;
