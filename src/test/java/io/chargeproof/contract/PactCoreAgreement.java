package io.chargeproof.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.contract.PactCase.Verdict;
import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Compares our verdicts with those of Pact's own core, case by case, and prints a table. It needs Node and npm, and what npm
 * fetches, so it belongs to the profile {@code pact-core} alone: {@code mvn test -Ppact-core}. A case that the core takes and
 * we don't test is all right, and listed with its reason; one that we call kept and the core doesn't is not.
 */
class PactCoreAgreement {
    private static final List<String> DEFECTS = List.of(
            "evc-create-answers-201",
            "evc-token-not-checked-on-put",
            "evc-400-without-data",
            "oioi-failure-500",
            "oioi-code-in-string",
            "oioi-country-by-name",
            "oioi-vat-not-validated");

    private static final List<Compared> ALL = new ArrayList<>();

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        PactCore.install();
    }

    /** A verification that both carry out. */
    record Trial(
            String group,
            String id,
            Path pact,
            String provider,
            URI base,
            @Nullable URI states) {}

    private record Compared(Trial trial, PactCore.Said core, PactJudgement ours) {
        boolean agreed() {
            return core.green() == (ours.verdict() == Verdict.KEPT);
        }

        boolean tooGreen() {
            return !core.green() && ours.verdict() == Verdict.KEPT;
        }

        boolean blamed() {
            return core.green() && ours.verdict() == Verdict.BROKEN;
        }

        @Override
        public String toString() {
            return trial.id() + "\n  core: " + (core.green() ? "verified " : "failed ") + core.why() + "\n  ours: "
                    + ours.verdict() + " " + ours.why();
        }
    }

    @Test
    void holds_for_the_cases_of_the_specification() throws IOException, InterruptedException {
        for (String version : PactCases.VERSIONS) {
            demandAgreement(cases("specification " + version, PactCases.ofSpecification(version)));
        }
    }

    @Test
    void holds_for_pacts_of_our_own() throws IOException, InterruptedException {
        List<PactCase> own = PactCases.own();
        List<Compared> compared = cases("pacts of our own", own);
        demandAgreement(compared);
        assertThat(IntStream.range(0, own.size())
                        .filter(i -> own.get(i).verdict() != Verdict.NOT_TESTED)
                        .filter(i ->
                                compared.get(i).core().green() != (own.get(i).verdict() == Verdict.KEPT))
                        .mapToObj(compared::get))
                .as("what the core says differs from what stands in the case")
                .isEmpty();
    }

    @Test
    void holds_for_pacts_that_others_make() throws IOException, InterruptedException {
        Path folder = PactCore.consumers();
        List<Trial> trials = new ArrayList<>();
        List<ForeignAnswers> all = ForeignAnswers.all();
        try (AnswerServer server =
                new AnswerServer(all.stream().map(ForeignAnswers::answer).toList())) {
            for (int i = 0; i < all.size(); i++) {
                URI base = server.address(i);
                trials.add(new Trial(
                        "made by npm's pact",
                        all.get(i).name(),
                        folder.resolve(all.get(i).file()),
                        PactCase.PROVIDER,
                        base,
                        URI.create(base + "/states")));
            }
            List<Compared> compared = compared(trials);
            demandAgreement(compared);
            assertThat(compared.stream().map(each -> each.ours().verdict()).toList())
                    .isEqualTo(all.stream().map(ForeignAnswers::verdict).toList());
        }
    }

    @Test
    void holds_for_our_pacts_at_the_sandbox_and_elsewhere() throws IOException, InterruptedException {
        List<Sandbox> sandboxes = new ArrayList<>();
        try (AnswerServer refusing = new AnswerServer(List.of(new Answer(403, Map.of(), "")))) {
            List<Trial> trials = new ArrayList<>();
            sandboxes.add(Sandbox.start(SandboxOptions.correct()));
            trials.addAll(ours("a correct sandbox", sandboxes.get(0).baseUrl()));
            for (String defect : DEFECTS) {
                Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(defect), List.of()));
                sandboxes.add(sandbox);
                trials.addAll(ours(defect, sandbox.baseUrl()));
            }
            ours("a provider that refuses everything", refusing.address(0)).stream()
                    .map(each -> new Trial(
                            each.group(),
                            each.id(),
                            each.pact(),
                            each.provider(),
                            each.base(),
                            URI.create(refusing.address(0) + "/states")))
                    .forEach(trials::add);
            List<Compared> compared = compared(trials);
            demandAgreement(compared);
            assertThat(compared.subList(0, 2)).allMatch(each -> each.core().green());
            assertThat(compared.subList(2, compared.size()))
                    .anyMatch(each -> !each.core().green());
        } finally {
            sandboxes.forEach(Sandbox::close);
        }
    }

    /** The stand-in speaks as Pact's core expects a broker to, and the core tells it of each pact what we do. */
    @Test
    void holds_for_what_a_broker_is_told() throws IOException, InterruptedException {
        try (StandInBroker broker = new StandInBroker().lettingIn("Bearer let-me-in-0001");
                AnswerServer provider = new AnswerServer(List.of(new Answer(200, Map.of(), "")))) {
            broker.has("1", "main", BrokerTest.pact("app", 200))
                    .has("2", "feat/x", BrokerTest.pact("app", 200, 404))
                    .has("3", "main", BrokerTest.pact("web", 404))
                    .has("4", "main", BrokerTest.pact("tool", 200, 200));
            boolean pending = PactCore.verifies(broker.address(), provider.address(0), "api", "core-1", "main");
            boolean again = PactCore.verifies(broker.address(), provider.address(0), "api", "core-2", "main");
            List<Map.Entry<String, Boolean>> core = told(broker, "core-2");

            PactSelection selection = new PactSelection(
                    List.of("feat/x"), true, false, List.of(), false, false, List.of(), true, null, "main");
            Broker ours = BrokerTest.broker(broker.address());
            List<VerifiedInteraction> verified = new Verification(
                            ours.pacts("api", selection),
                            new Verification.Options(
                                    ProviderAddress.below(provider.address(0)), null, null, false, null),
                            Commands.transport(),
                            Commands.transport())
                    .execute();
            new ResultPublication(ours, new CodeVersion("ours", "main", null), "0", each -> each)
                    .publish(verified, said -> {});

            assertThat(List.of(pending, again)).containsOnly(true);
            assertThat(core).hasSize(4).extracting(Map.Entry::getValue).contains(true, false);
            assertThat(told(broker, "ours")).containsExactlyInAnyOrderElementsOf(core);
        }
    }

    private static List<Map.Entry<String, Boolean>> told(StandInBroker broker, String version) {
        return broker.results().stream()
                .filter(each -> each.version().equals(version))
                .map(each -> Map.entry(each.sha(), each.success()))
                .toList();
    }

    private static List<Trial> ours(String where, URI base) {
        return Consumer.all().stream()
                .map(each -> new Trial(
                        "our pacts",
                        each.name() + " at " + where,
                        Path.of("pacts", each.file()),
                        each.provider(),
                        base,
                        base.resolve(Sandbox.STATES_PATH)))
                .toList();
    }

    private static List<Compared> cases(String group, List<PactCase> cases) throws IOException, InterruptedException {
        List<Path> files =
                PactJudgement.files(cases, PactCore.FOLDER.resolve("cases").resolve(group));
        try (AnswerServer server =
                new AnswerServer(cases.stream().map(PactCase::answer).toList())) {
            return compared(IntStream.range(0, cases.size())
                    .mapToObj(i -> new Trial(
                            group, cases.get(i).id(), files.get(i), PactCase.PROVIDER, server.address(i), null))
                    .toList());
        }
    }

    private static List<Compared> compared(List<Trial> trials) throws IOException, InterruptedException {
        List<PactCore.Said> core = PactCore.verdicts(trials);
        List<Compared> compared = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            compared.add(new Compared(
                    trial,
                    core.get(i),
                    PactJudgement.of(trial.pact(), trial.provider(), trial.base(), trial.states())));
        }
        ALL.addAll(compared);
        return compared;
    }

    private static void demandAgreement(List<Compared> compared) {
        assertThat(compared).isNotEmpty();
        assertThat(compared.stream().filter(Compared::tooGreen))
                .as("kept here, and failed by the core")
                .isEmpty();
        assertThat(compared.stream().filter(Compared::blamed))
                .as("broken here, and verified by the core")
                .isEmpty();
    }

    @AfterAll
    static void print() throws IOException {
        StringBuilder table =
                new StringBuilder("%-20s | %6s | %6s | %s%n".formatted("cases", "number", "agreed", "differing"));
        ALL.stream()
                .collect(Collectors.groupingBy(
                        each -> each.trial().group(), java.util.TreeMap::new, Collectors.toList()))
                .forEach((group, each) -> {
                    long agreed = each.stream().filter(Compared::agreed).count();
                    table.append(
                            "%-20s | %6d | %6d | %d%n".formatted(group, each.size(), agreed, each.size() - agreed));
                });
        table.append("\nDiffering:\n");
        ALL.stream()
                .filter(each -> !each.agreed())
                .forEach(each -> table.append(each).append('\n'));
        System.out.println(table);
        Files.writeString(PactCore.FOLDER.resolve("agreement.txt"), table);
    }
}
