package io.chargeproof.report;

import java.util.ArrayList;
import java.util.List;

/** The first line of every summary: the verdict, and what it is about. */
public final class Headline {
    private Headline() {}

    /** Such as {@code conforming: 41 of 69 MUSTs in scope (read-only), 41 decided}. */
    public static String of(RunReport report) {
        return report.verdict().label() + ": " + scope(report);
    }

    /** The same without the verdict. */
    public static String scope(RunReport report) {
        List<String> narrowed = narrowings(report);
        String brackets = narrowed.isEmpty() ? "" : " (" + String.join(", ", narrowed) + ")";
        String own = OwnScenarios.of(report).inWords();
        return report.scope().text() + " in scope" + brackets + ", "
                + report.scope().decided() + " decided" + (own.isEmpty() ? "" : "; " + own)
                + report.run().ended().words();
    }

    private static List<String> narrowings(RunReport report) {
        List<String> narrowings = new ArrayList<>();
        if (report.scope().readOnly()) {
            narrowings.add("read-only");
        }
        if (report.run().depth().equals("smoke")) {
            narrowings.add("smoke depth");
        }
        if (report.scope().tags() != null) {
            narrowings.add("tags " + report.scope().tags());
        }
        if (report.scope().shard() != null) {
            narrowings.add("shard " + report.scope().shard());
        }
        if (report.scope().failOnWarning()) {
            narrowings.add("warnings fail");
        }
        if (report.scope().rerun() != null) {
            narrowings.add("again what didn't conform in run " + report.scope().rerun());
        }
        return narrowings;
    }
}
