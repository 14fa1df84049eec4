package io.chargeproof.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.api.UsageException;
import io.chargeproof.check.Outcome;
import io.chargeproof.check.Verdict;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.requirement.RequirementId;
import io.chargeproof.requirement.RequirementLevel;
import io.chargeproof.run.Suite;
import io.chargeproof.sandbox.Defect;
import io.chargeproof.sandbox.Variant;
import io.chargeproof.traffic.seeded.SeededClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a proof says of runs that found as much as the test lets them find. */
class ProofTest {
    private static final Defect CARD = new Defect("card-taken", new RequirementId("EVC-CARD-5"), "It is taken.");
    private static final Variant LIBERTY = new Variant("liberty", new RequirementId("EVC-HTTP-3"), "It may.");
    private static final Suite SUITE = Suite.in(Path.of("features"), RequirementCatalogue.shipped());

    @Test
    void holds_where_each_defect_is_caught_and_no_alarm_is_false() {
        Proof proof = prove(
                everyDefect(),
                List.of(LIBERTY),
                trial -> trial.defect() == null
                        ? Reports.conforming()
                        : Reports.of(
                                Verdict.NON_CONFORMING,
                                Map.of(trial.defect().requirement().value(), Outcome.VIOLATION)));

        assertThat(proof.problems()).isEmpty();
        assertThat(proof.exitCode()).isZero();
        assertThat(proof.caught()).isEqualTo(everyDefect().size());
    }

    @Test
    void fails_on_a_survivor_once_it_has_met_all_of_its_api() {
        List<Trial> met = new CopyOnWriteArrayList<>(); // trials are beside each other
        Proof proof = proveChosen(trial -> {
            met.add(trial);
            return Reports.conforming();
        });

        assertThat(proof.problems()).containsExactly("defect card-taken of EVC-CARD-5 survives: conforms");
        assertThat(proof.exitCode()).isEqualTo(1);
        assertThat(met)
                .filteredOn(trial -> trial.defect() != null)
                .extracting(Trial::tags)
                .containsExactly(
                        "@EVC-CARD-5 or (@smoke and @evc-net)",
                        "@EVC-CARD-5 or (@smoke and @evc-net)",
                        "@evc-net",
                        "@evc-net");
        assertThat(met).filteredOn(trial -> trial.defect() == null).hasSize(1);
    }

    @Test
    void fails_on_a_defect_that_is_caught_only_elsewhere() {
        Proof proof = proveChosen(trial -> trial.defect() == null
                ? Reports.conforming()
                : Reports.of(Verdict.NON_CONFORMING, Map.of("EVC-HTTP-2", Outcome.VIOLATION)));

        assertThat(proof.problems())
                .containsExactly("defect card-taken of EVC-CARD-5 is caught only as a breach of EVC-HTTP-2: conforms");
        assertThat(proof.exitCode()).isEqualTo(1);
    }

    @Test
    void fails_on_a_variant_that_raises_a_warning() {
        Proof proof = prove(everyDefect(), List.of(LIBERTY), trial -> {
            if (trial.defect() != null) {
                return Reports.of(
                        Verdict.NON_CONFORMING,
                        Map.of(trial.defect().requirement().value(), Outcome.VIOLATION));
            }
            return trial.variants().isEmpty()
                    ? Reports.conforming()
                    : Reports.of(Verdict.CONFORMING, Map.of("EVC-HTTP-3", Outcome.WARNING));
        });

        assertThat(proof.problems())
                .containsExactly("false alarm on variant liberty: EVC-HTTP-3 warning at features/EVC-HTTP-3.feature:1,"
                        + " it went wrong, expected the right, got the wrong");
        assertThat(proof.exitCode()).isEqualTo(1);
    }

    @Test
    void fails_on_a_must_or_should_that_no_defect_breaks() {
        List<Defect> allButOne = everyDefect().stream()
                .filter(defect -> !defect.requirement().equals(CARD.requirement()))
                .toList();
        Proof proof = prove(
                allButOne,
                List.of(),
                trial -> trial.defect() == null
                        ? Reports.conforming()
                        : Reports.of(
                                Verdict.NON_CONFORMING,
                                Map.of(trial.defect().requirement().value(), Outcome.VIOLATION)));

        String statement =
                RequirementCatalogue.shipped().get(CARD.requirement()).statement();
        assertThat(proof.problems()).containsExactly("no defect breaks EVC-CARD-5 (SHOULD): " + statement);
    }

    @Test
    void fails_on_a_run_that_does_not_begin() {
        Proof proof = proveChosen(trial -> {
            throw new UsageException("every request is refused");
        });

        assertThat(proof.problems())
                .containsExactly(
                        "false alarm on the clean sandbox: the run doesn't begin, every request is refused",
                        "defect card-taken of EVC-CARD-5 survives: the run doesn't begin, every request is refused");
    }

    @Test
    void writes_the_strength_of_each_requirement() {
        Proof proof = proveChosen(trial -> Reports.conforming());

        assertThat(ProofJson.strength(proof)).isEqualTo("""
                {
                  "requirements" : {
                    "EVC-CARD-5" : {
                      "caught" : [ ],
                      "survived" : [ "card-taken" ]
                    }
                  }
                }
                """);
    }

    @Test
    void fails_by_a_client_that_is_judged_wrongly_and_by_a_requirement_that_no_client_breaks() {
        SeededClient careless = SeededClient.defects().get(0);
        SeededClient careful = SeededClient.variants().get(0);
        ClientResult missed = new ClientResult(careless, List.of());
        ClientResult blamed = new ClientResult(careful, List.of(new RequirementId("EVC-CLIENT-2")));

        assertThat(ClientResult.of(careless).isRight()).isTrue();
        assertThat(ClientResult.of(careful).isRight()).isTrue();
        assertThat(new Proof(
                                ABOUT,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(missed, blamed))
                        .problems())
                .hasSize(24)
                .startsWith(
                        "a client that reads a customer is said to break [] and not EVC-CLIENT-1",
                        "false alarm on a client that sends its scheme in lower case: [EVC-CLIENT-2]",
                        "no client that is made up breaks EVC-CLIENT-2");
    }

    @Test
    void counts_defects_that_show_in_traffic_alone() {
        Proof proof = prove(Path.of("features"), "evc-create-answers-201", "oioi-token-not-checked");

        assertThat(proof.inTraffic()).isEqualTo(new Proof.InTraffic(2, 1, 1, 1, 2));
        assertThat(proof.inTrafficByRequirement())
                .isEqualTo(Map.of(
                        new RequirementId("EVC-HTTP-2"),
                        new Proof.InTraffic(1, 1, 1, 1, 1),
                        new RequirementId("OIOI-AUTH-2"),
                        new Proof.InTraffic(1, 0, 0, 0, 1)));
        assertThat(ProofMarkdown.of(proof))
                .contains(
                        "| EVC-HTTP-2 | 1 | 1 | 1 | 1 | 1 |",
                        "| OIOI-AUTH-2 | 1 | 0 | 0 | 0 | 1 |",
                        "| **all** | 2 | 1 | 1 | 1 | 2 |");
        assertThat(ProofText.traffic(proof))
                .contains(
                        "found 52 of 52 clients that break a requirement, with no false alarm in 30 that differ",
                        "of the provider's 2 defects 1 (as a breach of whatever requirement 1) in the traffic of an"
                                + " ordinary client");
        assertThat(ProofJson.of(proof)).contains("\"found-in-traffic\"", "\"evc-client-1-reads-a-customer\"");
    }

    private static Proof prove(Path features, String... defects) {
        return new Prove(
                        new ProveOptions(
                                RequirementCatalogue.shipped(), features, List.of(defects), false, null, 1, "0.1.0"),
                        ProveProgress.NONE)
                .execute();
    }

    private static final Proof.About ABOUT =
            new Proof.About(Instant.EPOCH, Duration.ZERO, "0.1.0", 1, false, true, null);

    @Test
    void shows_each_defect_and_what_caught_it_on_its_page() {
        Proof proof = proveChosen(trial -> trial.defect() == null
                ? Reports.conforming()
                : Reports.of(
                        Verdict.NON_CONFORMING,
                        Map.of("EVC-CARD-5", Outcome.VIOLATION, "EVC-HTTP-2", Outcome.VIOLATION)));

        assertThat(ProofMarkdown.of(proof)).contains("""
                | requirement | level | strength | defect | caught by |
                |---|---|---|---|---|
                | EVC-CARD-5 | SHOULD | 1 of 1 | `card-taken` It is taken. | `features/EVC-CARD-5.feature:1` |

                ## Collateral: what else was found broken

                | defect | of | requirement | outcome | scenarios |
                |---|---|---|---|---|
                | `card-taken` | EVC-CARD-5 | EVC-HTTP-2 | violation | `features/EVC-HTTP-2.feature:1` |

                ## What conforms

                | sandbox | depth | result |
                |---|---|---|
                | clean | full | let pass |

                ## Clients, judged by their traffic

                | requirement | client | result |
                |---|---|---|
                | EVC-CLIENT-1 | reads a customer | caught |
                """).contains("""
                | OIOI-CLIENT-12 | takes a reason for success | caught |
                | none | sends its scheme in lower case | let pass |
                """).contains("""
                ## Scenarios that found no defect

                Only a whole proof with `--full`, where every defect meets every scenario of its API, can tell.
                """);
    }

    private static List<Defect> everyDefect() {
        return RequirementCatalogue.shipped().all().stream()
                .filter(requirement -> requirement.level() != RequirementLevel.OBSERVE)
                .map(requirement -> new Defect(requirement.id() + "-broken", requirement.id(), "It is broken."))
                .toList();
    }

    private static Proof proveChosen(TrialRunner bench) {
        return new Prove(
                        PlanTest.options(List.of("card-taken"), false, null),
                        ProveProgress.NONE,
                        new TrialTargets(List.of(CARD), List.of()),
                        SUITE,
                        bench)
                .execute();
    }

    private static Proof prove(List<Defect> defects, List<Variant> variants, TrialRunner bench) {
        return new Prove(
                        PlanTest.options(List.of(), false, null),
                        ProveProgress.NONE,
                        new TrialTargets(defects, variants),
                        SUITE,
                        bench)
                .execute();
    }
}
