package io.chargeproof.guard;

/**
 * What a run may do at its target.
 *
 * @param readOnly whether it may only read
 * @param hostileAllowed whether it may send markup, SQL and template values
 */
public record RunPermission(boolean readOnly, boolean hostileAllowed) {}
