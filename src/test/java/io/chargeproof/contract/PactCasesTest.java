package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.chargeproof.contract.PactCase.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Holds our verdicts to those that Pact's core gave, on the specification's cases and on our own. */
class PactCasesTest {
    /**
     * Cases that no exchange can show as they are written: JSON's {@code null} is a body of four bytes, where the cases mean
     * that there is none; and a header field whose value has a line break can't be answered.
     */
    private static final Set<String> NOT_OVER_HTTP = Set.of(
            "response/body/null body",
            "response/body/null body no content type",
            "response/headers/matches content type with parameters in different order");

    /** Pact JVM compares XML, and takes no notice of a key such as {@code $.animals[*].alligator['@phoneNumber']}. */
    private static final Set<String> OTHERWISE_IN_XML =
            Set.of("v4 request/body/array with regular expression that does not match in element xml: answered");

    @TempDir
    Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> are_judged_as_the_specification_says() {
        return PactCases.VERSIONS.stream()
                .map(version -> dynamicTest(
                        version,
                        () -> judge(PactCases.ofSpecification(version).stream()
                                .filter(each ->
                                        !NOT_OVER_HTTP.contains(each.id().replaceFirst("^\\S+ ", "")))
                                .toList())));
    }

    @Test
    void of_our_own_are_judged_as_the_core_judges_them() {
        List<PactCase> cases = PactCases.own();

        assertThat(cases.stream().map(PactCase::pact).distinct()).hasSizeGreaterThan(60);
        assertThat(cases).extracting(PactCase::verdict).contains(Verdict.values());
        judge(cases);
    }

    @Test
    void of_requests_are_answered_by_the_stub_as_the_specification_says() {
        assertThat(PactCases.VERSIONS.stream().flatMap(version -> RequestCases.differing(version).stream()))
                .containsExactlyInAnyOrderElementsOf(OTHERWISE_IN_XML);
    }

    private void judge(List<PactCase> cases) {
        List<Path> files = PactJudgement.files(cases, folder);
        try (AnswerServer server =
                new AnswerServer(cases.stream().map(PactCase::answer).toList())) {
            List<String> differing = IntStream.range(0, cases.size())
                    .mapToObj(i -> differing(cases.get(i), PactJudgement.of(files.get(i), server.address(i))))
                    .filter(each -> !each.isEmpty())
                    .toList();
            assertThat(cases).isNotEmpty();
            assertThat(differing).isEmpty();
        }
    }

    private static String differing(PactCase one, PactJudgement ours) {
        return ours.verdict() == one.verdict() ? "" : one + " is " + one.verdict() + ", not " + ours;
    }
}
