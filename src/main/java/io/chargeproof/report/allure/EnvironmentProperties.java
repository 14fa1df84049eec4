package io.chargeproof.report.allure;

import io.chargeproof.report.Headline;
import io.chargeproof.report.RunReport;
import io.chargeproof.requirement.Apis;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The box "Environment" of the Allure report: what was judged, how, and what came of it. */
final class EnvironmentProperties {
    private EnvironmentProperties() {}

    static String of(RunReport report) {
        RunReport.Target target = report.target();
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Verdict", report.verdict().label());
        entries.put("Scope", Headline.scope(report));
        entries.put("Target", target.name() + " (" + target.kind() + ")");
        Apis.all()
                .forEach(api -> entries.put(api.name(), target.addresses().getOrDefault(api.label(), "not described")));
        entries.put("Chargeproof", report.run().version());
        entries.put("Depth", report.run().depth());
        entries.put("Seed", Long.toString(report.run().seed()));
        return entries.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
    }

    // One at a time, as properties have no order, and without the comment that bears the time of writing.
    private static String line(String name, String value) {
        Properties property = new Properties();
        property.setProperty(name, InertText.of(value));
        StringWriter text = new StringWriter();
        try {
            property.store(text, null);
        } catch (IOException impossible) {
            throw new UncheckedIOException("properties couldn't be written to memory", impossible);
        }
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
