package io.chargeproof.cli;

/**
 * What the launcher carries out once in the background, to see which classes the archive is to hold that makes later starts
 * faster: a small run, and judging what it recorded.
 */
public final class ArchiveTraining {
    private ArchiveTraining() {}

    /** Carries it out; the reports are of no use. */
    public static void main(String[] arguments) {
        EntryPoint.run("run", "--depth", "smoke", "--reports", "reports");
        EntryPoint.run("judge", "reports/latest/exchanges.jsonl", "--reports", "reports");
        // Some libraries leave threads behind.
        System.exit(0);
    }
}
