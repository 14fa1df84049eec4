package io.chargeproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.cli.SandboxRun;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** What build servers make of {@code junit.xml}. */
class JunitXmlTest {
    private static final Pattern CASE = Pattern.compile("<testcase name=\"([^\"]*)\" classname=\"([^\"]*)\"");

    @Test
    void has_a_name_of_its_own_for_each_case() {
        RunReport sample = SampleRun.report();
        RunReport twice = new RunReport(
                sample.run(),
                sample.scope(),
                sample.target(),
                sample.verdict(),
                sample.exitCode(),
                sample.requirements(),
                Stream.of(sample.scenarios(), sample.scenarios(), sample.scenarios())
                        .flatMap(List::stream)
                        .toList(),
                sample.exchanges(),
                sample.leftovers(),
                sample.notices());

        String xml = JunitXml.of(report(twice));

        assertThat(names(xml))
                .doesNotHaveDuplicates()
                .contains(
                        "Attach a card: A card is attached",
                        "Attach a card: A card is attached (2)",
                        "Attach a card: A card is attached (3)");
        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
    }

    @Test
    void of_the_whole_suite_is_valid_and_names_each_case_once() throws IOException {
        SandboxRun.conformance();

        String xml = Files.readString(Path.of("target", "sandbox-run", "latest", "junit.xml"));

        assertThat(names(xml)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
    }

    /** The schema tells what the plugin refuses. */
    @Test
    void would_not_be_valid_with_what_the_form_has_no_place_for() {
        String xml = JunitXml.of(report(SampleRun.report()));

        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        assertThatThrownBy(() -> validate(xml.replaceFirst("<testcase ", "<testcase file=\"a.feature\" ")))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(xml.replaceFirst("</testcase>", "<properties/></testcase>")))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(xml.replaceFirst("<testsuites ", "<testsuites skipped=\"1\" ")))
                .isInstanceOf(SAXException.class);
    }

    private static RedactedReport report(RunReport report) {
        return RedactedReport.of(report, SampleRun.options(Path.of("target", "no-reports")));
    }

    private static List<String> names(String xml) {
        return CASE.matcher(xml)
                .results()
                .map(each -> each.group(2) + ": " + each.group(1))
                .toList();
    }

    private static void validate(String xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("/report/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }
}
