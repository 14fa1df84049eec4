package io.chargeproof.report;

import java.util.Locale;

/** How a run came to its end. */
public enum Ended {
    /** Everything was executed. */
    COMPLETE(""),
    /** Its time was over first. */
    MAX_TIME("; its --max-time was over before the end"),
    /** The process was told to stop first. */
    STOPPED("; it was stopped before the end");

    private final String words;

    Ended(String words) {
        this.words = words;
    }

    /** As reports write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the first line of a summary adds, if anything. */
    String words() {
        return words;
    }

    static Ended of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
