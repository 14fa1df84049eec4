package io.chargeproof.contract;

/**
 * Where an answer isn't what a contract promises.
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
