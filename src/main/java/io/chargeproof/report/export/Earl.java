package io.chargeproof.report.export;

import io.chargeproof.check.Outcome;
import io.chargeproof.report.GroupedFinding;
import io.chargeproof.report.RequirementResult;
import io.chargeproof.report.RunReport;
import io.chargeproof.report.Ticket;
import io.chargeproof.requirement.Requirement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is said of each requirement, in the W3C's Evaluation and Report Language 1.0, as JSON-LD. */
final class Earl {
    private static final String REQUIREMENT = "urn:chargeproof:requirement:";

    private final Export export;
    private final RunReport report;

    private Earl(Export export) {
        this.export = export;
        this.report = export.report().report();
    }

    static String of(Export export) {
        return new Earl(export).text();
    }

    private String text() {
        ObjectNode root = Written.object();
        root.putObject("@context")
                .put("earl", "http://www.w3.org/ns/earl#")
                .put("dcterms", "http://purl.org/dc/terms/")
                .put("doap", "http://usefulinc.com/ns/doap#")
                .put("xsd", "http://www.w3.org/2001/XMLSchema#");
        ArrayNode graph = root.putArray("@graph");
        graph.addObject()
                .put("@id", tool())
                .put("@type", "earl:Software")
                .put("dcterms:title", "Chargeproof")
                .put("doap:revision", report.run().version());
        ObjectNode subject = graph.addObject().put("@id", target()).put("@type", "earl:TestSubject");
        subject.put("dcterms:title", report.target().name());
        ArrayNode addresses = subject.putArray("dcterms:identifier");
        report.target().addresses().values().forEach(addresses::add);
        report.requirements().stream().filter(this::isAsked).forEach(result -> {
            putTest(result.requirement(), graph.addObject());
            putAssertion(result, graph.addObject());
        });
        return Written.json(root);
    }

    private boolean isAsked(RequirementResult result) {
        return export.whole() || !causes(result).isEmpty();
    }

    private List<GroupedFinding> causes(RequirementResult result) {
        return export.causes().stream()
                .filter(cause ->
                        cause.requirements().contains(result.requirement().id()))
                .toList();
    }

    private String tool() {
        return "urn:chargeproof:tool";
    }

    private String target() {
        return "urn:chargeproof:run:" + report.run().id() + ":target";
    }

    private static void putTest(Requirement requirement, ObjectNode into) {
        into.put("@id", REQUIREMENT + requirement.id())
                .put("@type", "earl:TestRequirement")
                .put("dcterms:identifier", requirement.id().value())
                .put("dcterms:title", requirement.statement())
                .put("dcterms:source", requirement.source());
    }

    private void putAssertion(RequirementResult result, ObjectNode into) {
        into.put(
                "@id",
                "urn:chargeproof:run:" + report.run().id() + ":"
                        + result.requirement().id());
        into.put("@type", "earl:Assertion");
        into.putObject("earl:assertedBy").put("@id", tool());
        into.putObject("earl:subject").put("@id", target());
        into.putObject("earl:test")
                .put("@id", REQUIREMENT + result.requirement().id());
        into.putObject("earl:mode").put("@id", "earl:automatic");
        ObjectNode said = into.putObject("earl:result").put("@type", "earl:TestResult");
        said.putObject("earl:outcome").put("@id", outcome(result));
        said.put("dcterms:title", result.outcome().label());
        said.putObject("dcterms:date")
                .put("@type", "xsd:dateTime")
                .put("@value", report.run().finished().toString());
        String words = Stream.concat(
                        Stream.ofNullable(result.reason()),
                        Stream.concat(
                                result.observations().stream(),
                                causes(result).stream().map(cause -> Ticket.of(export.report(), cause))))
                .collect(Collectors.joining("\n"));
        if (!words.isEmpty()) {
            said.put("dcterms:description", words);
        }
    }

    private static String outcome(RequirementResult result) {
        if (result.requirement().undecidable() != null && result.outcome() == Outcome.OUT_OF_SCOPE) {
            return "earl:inapplicable";
        }
        return switch (result.outcome()) {
            case VIOLATION, WARNING, WAIVED -> "earl:failed";
            case INCONCLUSIVE, HARNESS_ERROR, OBSERVATION -> "earl:cantTell";
            case NOT_TESTED, OUT_OF_SCOPE -> "earl:untested";
            case CONFORMS -> "earl:passed";
        };
    }
}
