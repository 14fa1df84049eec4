/**
 * Pact's matching rules, and answers compared by them as Pact's own core compares them (pact-specification, versions 1 to
 * 4). It knows no library of Pact's.
 */
@NullMarked
package io.chargeproof.contract.matching;

import org.jspecify.annotations.NullMarked;
