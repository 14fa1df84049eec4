package io.chargeproof.contract.matching;

/**
 * Where an answer isn't what a contract promises. It holds nothing of what the provider answered but what differs.
 *
 * @param place {@code status}, the name of a header field, or the path of a member
 * @param expected what the contract promises
 * @param actual what came
 */
public record Mismatch(String place, String expected, String actual) {
    /** The same in a few words. */
    public String inWords() {
        return place + ": " + expected + ", and it is " + actual;
    }
}
