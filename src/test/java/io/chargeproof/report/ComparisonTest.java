package io.chargeproof.report;

import static io.chargeproof.check.Outcome.CONFORMS;
import static io.chargeproof.check.Outcome.INCONCLUSIVE;
import static io.chargeproof.check.Outcome.VIOLATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void tells_what_is_broken_repaired_and_no_longer_tested() {
        Comparison comparison = new Comparison(
                OutlineOf.run(
                        1,
                        "EVC-CARD-1 conforms",
                        "EVC-CARD-2 violation",
                        "EVC-CARD-3 warning",
                        "EVC-CARD-4 conforms",
                        "EVC-CARD-5 violation",
                        "EVC-CARD-6 inconclusive"),
                OutlineOf.run(
                        2,
                        "EVC-CARD-1 violation",
                        "EVC-CARD-2 conforms",
                        "EVC-CARD-3 waived",
                        "EVC-CARD-4 not-tested",
                        "EVC-CARD-6 inconclusive",
                        "EVC-CARD-7 warning"));

        assertThat(ReportSection.console(comparison.headline(), comparison.passages()))
                .isEqualTo("""
                since run run1 of 2026-03-01T01:00:00Z: 2 newly broken, 1 repaired, 1 still broken, 1 no longer tested

                Newly broken:
                  EVC-CARD-1: violation, was conforms
                  EVC-CARD-7: warning, was not in scope

                Repaired:
                  EVC-CARD-2: conforms, was violation

                Still broken:
                  EVC-CARD-3: waived, was warning

                No longer tested:
                  EVC-CARD-4: not-tested, was conforms

                No longer in scope:
                  EVC-CARD-5: not in scope, was violation
                  1 requirement in all
                """);
    }

    @Test
    void tells_of_runs_that_were_asked_for_different_things_only_what_both_had_in_scope() {
        SortedSet<AnswerCode> codes = new TreeSet<>(List.of(new AnswerCode("evc-net", "create", 200, null)));
        RunOutline whole = OutlineOf.run(1, codes, new TreeMap<>(), "EVC-CARD-1 conforms", "EVC-CARD-2 violation");
        RunOutline narrow = OutlineOf.narrowed(
                OutlineOf.run(2, "EVC-CARD-1 violation", "EVC-CARD-3 violation"), "@EVC-CARD-1 or @EVC-CARD-3");
        Comparison comparison = new Comparison(whole, narrow);

        assertThat(ReportSection.console(comparison.headline(), comparison.passages()))
                .isEqualTo("""
                since run run1 of 2026-03-01T01:00:00Z: 1 newly broken

                The runs differ:
                  tags: @EVC-CARD-1 or @EVC-CARD-3, was none
                  scope: 1 of 69 MUSTs, was 6 of 69 MUSTs

                Newly broken:
                  EVC-CARD-1: violation, was conforms
                """);
    }

    @Test
    void names_scenarios_of_ones_own_beside_requirements() {
        RunOutline before = OutlineOf.withOwn(
                OutlineOf.run(1, "EVC-CARD-1 conforms"),
                Map.of("own a", CONFORMS, "own b", VIOLATION, "own c", CONFORMS, "own d", VIOLATION));
        RunOutline after = OutlineOf.withOwn(
                OutlineOf.run(2, "EVC-CARD-1 conforms"),
                Map.of("own a", VIOLATION, "own b", CONFORMS, "own c", INCONCLUSIVE));
        Comparison comparison = new Comparison(before, after);

        assertThat(ReportSection.console(comparison.headline(), comparison.passages()))
                .isEqualTo("""
                since run run1 of 2026-03-01T01:00:00Z: 1 newly broken, 1 repaired, 1 no longer tested

                Newly broken:
                  own a: violation, was conforms

                Repaired:
                  own b: conforms, was violation

                No longer tested:
                  own c: inconclusive, was conforms

                No longer in scope:
                  own d: not in scope, was violation
                  1 own scenario in all
                """);
    }

    @Test
    void tells_the_same_in_markdown() {
        Comparison comparison =
                new Comparison(OutlineOf.run(1, "EVC-CARD-1 conforms"), OutlineOf.run(2, "EVC-CARD-1 violation"));

        assertThat(ReportSection.markdown(comparison.headline(), comparison.passages(), 2))
                .isEqualTo("""
                since run run1 of 2026-03-01T01:00:00Z: 1 newly broken

                ## Newly broken

                - EVC-CARD-1: violation, was conforms
                """);
    }

    @Test
    void says_so_where_nothing_changed() {
        RunOutline run = OutlineOf.run(1, "EVC-CARD-1 conforms");

        assertThat(ReportSection.console(new Comparison(run, run).headline(), new Comparison(run, run).passages()))
                .isEqualTo("since run run1 of 2026-03-01T01:00:00Z: nothing new\n");
    }

    @Test
    void tells_which_answers_are_new_and_which_are_gone() {
        AnswerCode ok = new AnswerCode("evc-net", "create", 200, null);
        AnswerCode created = new AnswerCode("evc-net", "create", 201, null);
        Comparison comparison = new Comparison(
                OutlineOf.run(1, new TreeSet<>(List.of(ok)), new TreeMap<>()),
                OutlineOf.run(2, new TreeSet<>(List.of(created)), new TreeMap<>()));

        assertThat(comparison.passages())
                .contains(
                        new ReportSection("Answers that are new", List.of("evc-net create: HTTP 201")),
                        new ReportSection("Answers that are gone", List.of("evc-net create: HTTP 200")));
    }

    @Test
    void tells_a_shift_of_durations_from_noise() {
        Latency usual = new Latency(20, 40, 80, 8);

        assertThat(usual.isShiftedTo(new Latency(20, 64, 90, 8))).isTrue();
        assertThat(new Latency(20, 64, 90, 8).isShiftedTo(usual)).isTrue();
        assertThat(usual.isShiftedTo(new Latency(19, 64, 90, 8))).isFalse();
        assertThat(usual.isShiftedTo(new Latency(20, 59, 90, 3))).isFalse();
        assertThat(usual.isShiftedTo(new Latency(20, 64, 90, 9))).isFalse();
        assertThat(new Latency(900, 1, 2, 0.1).isShiftedTo(new Latency(900, 5, 9, 0.2)))
                .isFalse();
    }

    @Test
    void names_the_operation_whose_durations_shifted() {
        Comparison comparison = new Comparison(
                OutlineOf.run(
                        1,
                        new TreeSet<>(),
                        new TreeMap<>(java.util.Map.of("evc-net create", new Latency(50, 10, 20, 1)))),
                OutlineOf.run(
                        2,
                        new TreeSet<>(),
                        new TreeMap<>(java.util.Map.of("evc-net create", new Latency(50, 30, 50, 2)))));

        assertThat(comparison.passages())
                .contains(new ReportSection(
                        "Durations beyond noise",
                        List.of(
                                "evc-net create: median 30.0 ms, was 10.0 ms",
                                "a shift counts where both runs have at least 20 answers and their medians differ by 5 ms,"
                                        + " by half of the smaller one, and by three times the spread (the median distance"
                                        + " from the median)")));
    }

    @Test
    void keeps_a_summary_short() {
        List<String> many = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            many.add("EVC-CARD-" + number + " violation");
        }
        Comparison comparison = new Comparison(OutlineOf.run(1), OutlineOf.run(2, many.toArray(String[]::new)));

        assertThat(comparison.news().get(0).items())
                .hasSize(11)
                .endsWith("and 2 more; 'chargeproof report diff' lists them");
        assertThat(Arrays.asList(comparison.headline()))
                .containsExactly("since run run1 of 2026-03-01T01:00:00Z: 12 newly broken");
    }
}
