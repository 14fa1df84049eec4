package io.chargeproof.cli;

import picocli.CommandLine.IVersionProvider;

/** The program's version, and the commit that it is of where something says. */
final class Version implements IVersionProvider {
    static final String NUMBER = "0.1.0";

    @Override
    public String[] getVersion() {
        String commit = SourceCommit.here().map(Version::inWords).orElse("");
        return new String[] {"Chargeproof " + NUMBER + commit};
    }

    private static String inWords(SourceCommit commit) {
        return " (commit " + commit.id() + (commit.date() == null ? ")" : " of " + commit.date() + ")");
    }
}
