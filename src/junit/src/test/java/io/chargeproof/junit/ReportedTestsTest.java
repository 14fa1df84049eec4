package io.chargeproof.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(OS.WINDOWS)
class ReportedTestsTest {
    private static final String FINDING = """
            {"id": "f1", "message": "the country isn't a code", "expected": "two letters", "actual": "Germany",
             "scenario": "features/a.feature:12",
             "requests": [{"curl": "curl -sS x", "answer": {"status": 200, "body": "a\\n##vso[x]"}, "no-answer": null},
                          {"curl": "curl -sS y", "answer": null, "no-answer": "no connection"}]}""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            conforms      | passed
            observation   | passed
            out-of-scope  | aborted: out-of-scope: why
            not-tested    | aborted: not-tested: why
            inconclusive  | aborted: inconclusive: why
            waived        | aborted: waived: why
            warning       | aborted: warning: why
            violation     | failed: why
            harness-error | failed: why
            of-tomorrow   | failed: There is no such outcome as 'of-tomorrow' in this version
            """)
    void an_outcome_decides_the_requirements_test(String outcome, String becomes) throws IOException {
        assertEquals(becomes, outcomeOf(json(requirement(outcome, "")), "A-1 (MUST): It works."));
    }

    @Test
    void a_warning_fails_where_the_run_was_told_to_fail_on_it() throws IOException {
        String json = json(requirement("warning", "")).replace("\"fail-on\": null", "\"fail-on\": \"warning\"");
        assertEquals("failed: why", outcomeOf(json, "A-1 (MUST): It works."));
    }

    @Test
    void a_violation_fails_with_what_was_found_and_the_commands() throws IOException {
        assertEquals("""
                failed: why
                found:    the country isn't a code
                expected: two letters
                actual:   Germany
                curl -sS x
                answer:   HTTP 200 a\\u000a# #vso[x]
                curl -sS y
                answer:   no connection""", outcomeOf(json(requirement("violation", "\"f1\"")), "A-1 (MUST): It works."));
    }

    @Test
    void a_scenario_of_the_projects_own_is_a_test_with_its_finding() throws IOException {
        String scenario = """
                {"name": "Ours", "location": "features/a.feature:12", "own": true, "outcome": "violation", "reason": null},
                {"name": "Theirs", "location": "features/b.feature:3", "own": false, "outcome": "violation"}""";
        String json =
                json(requirement("conforms", "")).replace("\"scenarios\": []}", "\"scenarios\": [" + scenario + "]}");
        Map<String, String> outcomes = FakeRelease.reporting(folder, 1, json).outcomes();
        assertEquals(List.of("verdict", "A-1 (MUST): It works.", "own scenario: Ours"), List.copyOf(outcomes.keySet()));
        assertTrue(
                outcomes.get("own scenario: Ours").startsWith("failed: found:    the country isn't a code"),
                outcomes.toString());
        assertTrue(outcomes.get("own scenario: Ours").endsWith("where:    features/a.feature:12"), outcomes.toString());
    }

    @Test
    void a_test_leads_to_its_scenario() throws IOException {
        String json = json(requirement("conforms", "")).replace("\"places\"", "\"scenarios\"");
        List<DynamicTest> tests =
                FakeRelease.reporting(folder, 0, json).run().tests().toList();
        assertEquals(
                folder.resolve("features/a.feature").toUri() + "?line=12",
                tests.get(1).getTestSourceUri().orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1   | failed: Something is broken (exit code 1): the first line
            2   | failed: The run isn't set up rightly (exit code 2): the first line
            3   | failed: It isn't known whether the service conforms (exit code 3): the first line
            4   | failed: Chargeproof or Java failed (exit code 4): the first line
            70  | failed: Chargeproof or Java failed (exit code 70): the first line
            143 | failed: The run was stopped (exit code 143): the first line
            """)
    void the_verdict_fails_with_any_code_but_0(int code, String says) throws IOException {
        String json = json(requirement("conforms", ""));
        assertEquals(
                says + "\nreport: " + folder.resolve("summary.md"),
                FakeRelease.reporting(folder, code, json).outcomes().get("verdict"));
    }

    @Test
    void the_verdict_passes_with_0() throws IOException {
        Map<String, String> outcomes = FakeRelease.reporting(folder, 0, json(requirement("conforms", "")))
                .outcomes();
        assertEquals(Map.of("verdict", "passed", "A-1 (MUST): It works.", "passed"), outcomes);
    }

    @Test
    void a_run_without_a_report_fails_with_what_it_complained_of() throws IOException {
        FakeRelease release = FakeRelease.saying(folder, "echo 'p.yaml:5: no key ::error::' >&2", "exit 2");
        assertEquals(
                Map.of("verdict", "failed: The run isn't set up rightly (exit code 2): p.yaml:5: no key : :error::"),
                release.outcomes());
    }

    @Test
    void a_run_that_ends_with_0_and_has_no_report_is_no_pass() throws IOException {
        FakeRelease release = FakeRelease.saying(folder, "echo nothing");
        assertEquals(
                Map.of("verdict", "failed: The run wrote no report, and ended with 0: nothing"), release.outcomes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"schema": "chargeproof/conformance/9"} | it is chargeproof/conformance/9 and not chargeproof/conformance/2; use the release of the same version as chargeproof-junit
            {"schema": "chargeproof/conformance/2"} | it has no requirements
            {"schema":                              | It isn't JSON at character 10
            """)
    void a_report_that_cant_be_read_is_no_pass(String json, String reason) throws IOException {
        FakeRelease release = FakeRelease.reporting(folder, 0, json);
        assertEquals(
                Map.of(
                        "verdict",
                        "failed: There is no verdict: conformance.json in " + folder + " can't be read: " + reason),
                release.outcomes());
    }

    private String outcomeOf(String json, String name) throws IOException {
        return FakeRelease.reporting(folder, 0, json).outcomes().get(name);
    }

    private static String requirement(String outcome, String findings) {
        return """
                {"id": "A-1", "level": "MUST", "statement": "It works.", "outcome": "%s", "reason": "why",
                 "places": ["features/a.feature:12"], "findings": [%s]}""".formatted(outcome, findings);
    }

    private static String json(String requirement) {
        return """
                {"schema": "chargeproof/conformance/2", "scope": {"fail-on": null}, "requirements": [%s],
                 "findings": [%s], "scenarios": []}""".formatted(requirement, FINDING);
    }
}
