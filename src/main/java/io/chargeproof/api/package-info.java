/**
 * Owns what an API brings, and how its module is found.
 * May use yaml, requirement, exchange, check, profile, testdata, teststate and scenario.
 */
@NullMarked
package io.chargeproof.api;

import org.jspecify.annotations.NullMarked;
