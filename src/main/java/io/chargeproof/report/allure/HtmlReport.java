package io.chargeproof.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.chargeproof.report.RedactedReport;
import io.chargeproof.report.ReportDirectory;
import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Context;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.behaviors.BehaviorsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.ga.GaPlugin;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Renders Allure results with the embedded generator, and with nothing in the page that calls anybody. */
final class HtmlReport {
    private static final String SCRIPT_END = "</script>";
    private static final Pattern FORMULA = Pattern.compile("(?m)(?<=^|,)\"(?=[\\s=+@＝＋＠－\\-])");
    private static final Pattern ANALYTICS = Pattern.compile("googletagmanager|google-analytics|gtag\\(|dataLayer");

    private final RedactedReport report;
    private final boolean singleFile;

    HtmlReport(RedactedReport report, boolean singleFile) {
        this.report = report;
        this.singleFile = singleFile;
    }

    void render(Path results, Path into) throws IOException {
        Path tabs = Files.createTempDirectory(results, ".tabs-");
        try {
            generate(results, into, plugins(tabs));
        } finally {
            ReportDirectory.delete(tabs);
        }
        Path index = into.resolve("index.html");
        Files.writeString(index, withoutAnalytics(Files.readString(index, UTF_8)), UTF_8);
        if (!singleFile) {
            withoutFormulas(into.resolve("data"));
        }
    }

    /** Makes text of what a spreadsheet would take for a formula in the tables that the generator wrote. */
    private static void withoutFormulas(Path data) throws IOException {
        try (DirectoryStream<Path> tables = Files.newDirectoryStream(data, "*.csv")) {
            for (Path table : tables) {
                String cells = Files.readString(table, UTF_8);
                Files.writeString(table, FORMULA.matcher(cells).replaceAll("\"'"), UTF_8);
            }
        }
    }

    private void generate(Path results, Path into, List<Plugin> plugins) {
        ReportGenerator generator = new ReportGenerator(configuration(plugins));
        if (singleFile) {
            generator.generateSingleFile(into, List.of(results));
        } else {
            generator.generate(into, List.of(results));
        }
    }

    // The first brings what the others share, and so must be loaded first.
    private List<Plugin> plugins(Path unpacked) throws IOException {
        return List.of(
                TabPlugin.of("chargeproof", List.of(), unpacked),
                TabPlugin.of("front", List.of(new FrontData(report)), unpacked),
                TabPlugin.of("behaviors", List.of(new BehaviorsPlugin()), unpacked),
                TabPlugin.of("codes", List.of(new CodesData(report)), unpacked),
                TabPlugin.of("requirements", List.of(new RequirementsData(report)), unpacked));
    }

    /** The page without the scripts that would tell others of it. */
    static String withoutAnalytics(String page) {
        StringBuilder kept = new StringBuilder(page.length());
        int from = 0;
        for (int start = page.indexOf("<script"); start >= 0; start = page.indexOf("<script", from)) {
            int end = page.indexOf(SCRIPT_END, start) + SCRIPT_END.length();
            if (end < SCRIPT_END.length()) {
                throw new IllegalStateException("the rendered page has a script without an end");
            }
            boolean tells = ANALYTICS.matcher(page).region(start, end).find();
            kept.append(page, from, tells ? start : end);
            from = end;
        }
        return kept.append(page, from, page.length()).toString();
    }

    // An empty configuration has the contexts already.
    private Configuration configuration(List<Plugin> plugins) {
        List<Extension> extensions = ConfigurationBuilder.bundled().build().getExtensions().stream()
                .filter(extension -> !(extension instanceof GaPlugin || extension instanceof Context))
                .toList();
        return ConfigurationBuilder.empty()
                .withExtensions(extensions)
                .withReportName(
                        InertText.of("Chargeproof: " + report.report().target().name()))
                .withPlugins(plugins)
                .build();
    }
}
