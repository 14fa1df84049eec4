package io.chargeproof.report;

import io.chargeproof.check.Outcome;
import io.chargeproof.requirement.RequirementId;
import java.io.StringWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}: a suite for each feature, requirement IDs as groups. It is what the Jenkins xUnit plugin takes for
 * JUnit's form, which has no place for files, lines and properties of a case: these stand in its text. Nothing of the machine
 * goes into it, neither its name nor its system properties.
 */
final class JunitXml {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final XMLStreamWriter xml;

    private JunitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(RedactedReport report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(xml).write(report);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("JUnit XML couldn't be written to memory", impossible);
        }
        return text + "\n";
    }

    private void write(RedactedReport report) throws XMLStreamException {
        List<TestCase> cases = TestCases.of(report);
        Map<String, List<TestCase>> suites =
                cases.stream().collect(Collectors.groupingBy(TestCase::suite, LinkedHashMap::new, Collectors.toList()));
        RunReport.Run run = report.report().run();
        xml.writeStartDocument("UTF-8", "1.0");
        open(0, "testsuites");
        attribute("name", Headline.of(report.report()));
        counts(cases);
        attribute("time", seconds(Duration.between(run.started(), run.finished())));
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        close(0);
        xml.writeEndDocument();
    }

    private void suite(String name, List<TestCase> cases) throws XMLStreamException {
        open(1, "testsuite");
        attribute("name", name);
        counts(cases);
        attribute("skipped", count(cases, TestStatus.SKIPPED));
        attribute("time", seconds(cases.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus)));
        attribute("timestamp", TIMESTAMP.format(cases.get(0).started()));
        for (TestCase each : cases) {
            testcase(each);
        }
        close(1);
    }

    private void testcase(TestCase each) throws XMLStreamException {
        open(2, "testcase");
        attribute("name", each.name());
        attribute("classname", each.suite());
        attribute("time", seconds(each.duration()));
        String group = each.requirements().stream().map(RequirementId::value).collect(Collectors.joining(" "));
        if (!group.isEmpty()) {
            attribute("group", group);
        }
        result(each);
        close(2);
    }

    private void result(TestCase each) throws XMLStreamException {
        switch (each.status()) {
            case FAILED -> problem("failure", each);
            case ERROR -> problem("error", each);
            case SKIPPED -> problem("skipped", each);
            case PASSED -> remark(each);
        }
    }

    private void problem(String element, TestCase each) throws XMLStreamException {
        open(3, element);
        attribute("message", each.message());
        if (each.status() != TestStatus.SKIPPED) {
            attribute("type", each.outcome().label());
        }
        xml.writeCharacters(WellFormedText.forXml(text(each)));
        xml.writeEndElement();
    }

    private void remark(TestCase each) throws XMLStreamException {
        if (!each.details().isEmpty() || each.outcome() != Outcome.CONFORMS) {
            open(3, "system-out");
            xml.writeCharacters(
                    WellFormedText.forXml("outcome: " + each.outcome().label() + "\n" + text(each)));
            xml.writeEndElement();
        }
    }

    /** Where it stands, for which the form has no place of its own, and what was found. */
    private static String text(TestCase each) {
        return (each.location().isEmpty() ? "" : "where: " + each.location() + "\n") + each.details();
    }

    private void counts(List<TestCase> cases) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, TestStatus.FAILED));
        attribute("errors", count(cases, TestStatus.ERROR));
    }

    private static String count(List<TestCase> cases, TestStatus status) {
        return Long.toString(
                cases.stream().filter(each -> each.status() == status).count());
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
    }

    private void open(int depth, String element) throws XMLStreamException {
        indent(depth);
        xml.writeStartElement(element);
    }

    private void close(int depth) throws XMLStreamException {
        indent(depth);
        xml.writeEndElement();
    }

    private void indent(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    // Attributes lose their line ends on reading, so they never get any.
    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, WellFormedText.forXml(value).replaceAll("[\t\r\n]+", " "));
    }
}
