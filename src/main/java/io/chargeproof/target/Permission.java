package io.chargeproof.target;

/**
 * What a run may do at its target.
 *
 * @param readOnly whether it may only read
 * @param hostileAllowed whether it may send markup, SQL and template values
 */
public record Permission(boolean readOnly, boolean hostileAllowed) {}
