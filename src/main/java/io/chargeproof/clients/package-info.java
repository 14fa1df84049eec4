/**
 * Owns trying a client: its command is run against the sandbox as it is and as it may differ, and what passes is judged.
 * May use profile, sandbox, traffic, check, exchange and report.
 */
@NullMarked
package io.chargeproof.clients;

import org.jspecify.annotations.NullMarked;
