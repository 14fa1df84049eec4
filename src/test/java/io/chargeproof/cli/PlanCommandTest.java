package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run would send is what it then sends. */
class PlanCommandTest {
    private static final Pattern ROW = Pattern.compile("(?m)^(evc-net|oioi) +([a-z-]+) +(?:reads|writes) +(\\d+)$");

    @TempDir
    Path folder;

    @Test
    void counts_what_a_run_then_sends() throws IOException {
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            Path profile = Files.writeString(folder.resolve("target.yaml"), target.profile());

            Terminal planned = plan(profile, "--depth", "standard");
            run(profile, "--depth", "standard");

            assertThat(planned.code()).isZero();
            assertThat(rows(planned)).isNotEmpty().isEqualTo(sentTo(folder.resolve("reports")));
        }
    }

    @Test
    void needs_no_target() throws IOException {
        String nobody;
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            nobody = target.profile();
        }
        Path profile = Files.writeString(folder.resolve("nobody.yaml"), nobody);

        Terminal planned = Terminal.run("plan", "--profile", profile.toString(), "--depth", "smoke");

        assertThat(planned.code()).isZero();
        assertThat(planned.firstLine())
                .matches(
                        "A run of sandbox at depth smoke would send \\d+ requests, \\d+ of which may change something\\.");
        assertThat(planned.out())
                .contains(
                        "  customers created: 1 of the 100000 that limits.max-customers allows\n",
                        "  users changed and put back: primary\n",
                        "  cards: 1 spent by each run; 200 of 200 are left, enough for 200 runs\n");
    }

    @Test
    void says_why_a_run_would_end_incomplete() throws IOException {
        Path profile = Files.writeString(folder.resolve("scarce.yaml"), scarce());

        Terminal planned = plan(profile, "--tags", "@EVC-CARD-1 or @EVC-CARD-2 or @OIOI-GET-1 or @OIOI-GET-2");

        assertThat(planned.code()).isEqualTo(3);
        assertThat(planned.out())
                .contains(
                        "  cards: 1 spent by each run; 1 of 1 are left, enough for 1 run\n",
                        "this run would end incomplete: limits.max-requests allows 3 of the ",
                        "this run would end incomplete: EVC-CARD-2: test data spent: the scenario needs 2 cards, and"
                                + " none is left; add cards to evc-net.cards that were never attached, or name an"
                                + " evc-net.card-customer\n",
                        "this run would end incomplete: OIOI-GET-2: the profile has no evco-id of oioi.users.primary\n");
        assertThat(planned.err()).doesNotContain("inconclusive").doesNotContain("not-tested");
    }

    @Test
    void counts_the_cards_that_are_on_record_as_spent() throws IOException {
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            Path profile = Files.writeString(folder.resolve("target.yaml"), target.profile());
            String[] tags = {"--tags", "@EVC-CARD-1 or @EVC-CARD-3"};

            Terminal before = plan(profile, tags);
            run(profile, tags);
            Terminal after = plan(profile, tags);

            assertThat(before.out())
                    .contains("  cards: 1 spent by each run; 200 of 200 are left, enough for 200 runs\n");
            assertThat(after.out())
                    .contains("  cards: 1 spent by each run; 199 of 200 are left, enough for 199 runs\n");
            assertThat(rows(after)).isEqualTo(sentTo(folder.resolve("reports")));
        }
    }

    @Test
    void counts_with_a_customer_who_keeps_cards() throws IOException {
        try (Sandbox target = Sandbox.start(SandboxOptions.correct())) {
            String kept = "  card-customer: \"" + target.newCustomer() + "\"\n  email-domain:";
            Path profile = Files.writeString(
                    folder.resolve("target.yaml"), target.profile().replace("  email-domain:", kept));
            String[] narrow = {"--tags", "@evc-net", "--shard", "2/9", "--depth", "standard"};

            Terminal planned = plan(profile, narrow);
            run(profile, narrow);

            assertThat(planned.out())
                    .contains("  cards: none spent, since evc-net.card-customer gets the same ones again and again\n");
            assertThat(rows(planned)).isEqualTo(sentTo(folder.resolve("reports")));
        }
    }

    private Terminal plan(Path profile, String... more) {
        return command("plan", profile, more);
    }

    private void run(Path profile, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of("--skip-html", "--reports", folder.resolve("reports").toString()));
        assertThat(command("run", profile, all.toArray(String[]::new)).code()).isZero();
    }

    private Terminal command(String name, Path profile, String... more) {
        List<String> all = new ArrayList<>(List.of(name, "--profile", profile.toString()));
        all.addAll(List.of("--custody", folder.resolve("custody").toString()));
        all.addAll(List.of(more));
        return Terminal.run(all.toArray(String[]::new));
    }

    private static String scarce() {
        return """
                name: scarce
                kind: acceptance
                evc-net: {base-url: "http://127.0.0.1:9", token: evc-token-0001, cards: [NL-TST0000001-A1]}
                oioi:
                  endpoint: http://127.0.0.1:9/api
                  api-key: oioi-key-0001
                  users: {primary: {username: anneke, token: user-token-0001}}
                limits: {max-requests: 3}
                """;
    }

    private static Map<String, Long> rows(Terminal planned) {
        Map<String, Long> rows = new TreeMap<>();
        Matcher matcher = ROW.matcher(planned.out());
        while (matcher.find()) {
            rows.put(matcher.group(1) + " " + matcher.group(2), Long.parseLong(matcher.group(3)));
        }
        return rows;
    }

    private static Map<String, Long> sentTo(Path reports) {
        Map<String, Long> sent = new TreeMap<>();
        Written written = Written.latestIn(reports);
        Stream.of("evc-net", "oioi")
                .forEach(api -> written.codes(api)
                        .forEach(code -> sent.merge(
                                api + " " + code.path("operation").asString(),
                                code.path("count").asLong(),
                                Long::sum)));
        return sent;
    }
}
