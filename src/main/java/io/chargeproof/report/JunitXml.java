package io.chargeproof.report;

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
 * Writes {@code junit.xml}: a suite for each feature, requirement IDs as properties. Nothing of the machine goes into
 * it, neither its name nor its system properties.
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
        counts(cases, Duration.between(run.started(), run.finished()));
        for (Map.Entry<String, List<TestCase>> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        close(0);
        xml.writeEndDocument();
    }

    private void suite(String name, List<TestCase> cases) throws XMLStreamException {
        open(1, "testsuite");
        attribute("name", name);
        counts(cases, cases.stream().map(TestCase::duration).reduce(Duration.ZERO, Duration::plus));
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
        if (!each.location().isEmpty()) {
            attribute("file", each.file());
            attribute("line", Integer.toString(each.line()));
        }
        properties(each);
        result(each);
        close(2);
    }

    private void properties(TestCase each) throws XMLStreamException {
        open(3, "properties");
        for (var id : each.requirements()) {
            property("requirement", id.value());
        }
        property("outcome", each.outcome().label());
        close(3);
    }

    private void property(String name, String value) throws XMLStreamException {
        indent(4);
        xml.writeEmptyElement("property");
        attribute("name", name);
        attribute("value", value);
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
        xml.writeCharacters(WellFormedText.forXml(each.details()));
        xml.writeEndElement();
    }

    private void remark(TestCase each) throws XMLStreamException {
        if (!each.details().isEmpty()) {
            open(3, "system-out");
            xml.writeCharacters(WellFormedText.forXml(each.details()));
            xml.writeEndElement();
        }
    }

    private void counts(List<TestCase> cases, Duration time) throws XMLStreamException {
        attribute("tests", Integer.toString(cases.size()));
        attribute("failures", count(cases, TestStatus.FAILED));
        attribute("errors", count(cases, TestStatus.ERROR));
        attribute("skipped", count(cases, TestStatus.SKIPPED));
        attribute("time", seconds(time));
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
