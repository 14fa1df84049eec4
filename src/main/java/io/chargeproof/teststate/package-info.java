/**
 * Owns what a run changes at a target or uses up there: the journal, locks of accounts, snapshots of users, spent cards.
 * May use requirement, exchange and profile.
 */
@NullMarked
package io.chargeproof.teststate;

import org.jspecify.annotations.NullMarked;
