package io.chargeproof.cli;

/** The program's version. */
final class Version {
    static final String NUMBER = "0.1.0";
    static final String TEXT = "Chargeproof " + NUMBER;

    private Version() {}
}
