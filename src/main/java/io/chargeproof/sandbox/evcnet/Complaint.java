package io.chargeproof.sandbox.evcnet;

/**
 * What is wrong with a request.
 *
 * @param part the member it is about, or {@code body}, {@code path} or {@code Authorization}
 * @param problem what is wrong with it, such as {@code is not an email address}; never a value that was sent
 */
public record Complaint(String part, String problem) {}
