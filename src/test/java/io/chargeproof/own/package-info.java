/** Step definitions as people who use Chargeproof write them, some of them at fault. */
@NullMarked
package io.chargeproof.own;

import org.jspecify.annotations.NullMarked;
