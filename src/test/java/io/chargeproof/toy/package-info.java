/** An API of gates that the core has never seen, with all that an API brings. */
@NullMarked
package io.chargeproof.toy;

import org.jspecify.annotations.NullMarked;
