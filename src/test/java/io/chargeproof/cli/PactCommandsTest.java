package io.chargeproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.sandbox.Sandbox;
import io.chargeproof.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about pacts, as a partner types them. */
class PactCommandsTest {
    private static final String CUSTOMERS = "evc-net-customer-api";
    private static final String USERS = "oioi-user-api";
    private static final String CLOSED = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({CUSTOMERS + ", 9", USERS + ", 19"})
    void verify_a_provider_that_sets_up_its_own_states(String provider, int interactions) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Terminal terminal = verify(provider, sandbox.baseUrl());

            assertThat(terminal.err()).isEmpty();
            assertThat(terminal.code()).isZero();
            assertThat(terminal.out())
                    .contains("conforming: %d of %d interactions in scope, %d decided"
                            .formatted(interactions, interactions, interactions));
            assertThat(terminal.out().lines().filter(line -> line.contains("  verifiable  ")))
                    .hasSize(interactions);
            assertThat(terminal.out().lines().filter(line -> line.contains("  verified  ")))
                    .hasSize(interactions);
            assertThat(Written.latestIn(reports()).scenarios()).hasSize(interactions);
        }
    }

    @ParameterizedTest
    @CsvSource({
        CUSTOMERS + ", evc-400-without-data, BROKEN, a create whose body isn't an object, $.data: ",
        USERS + ", oioi-country-by-name, BROKEN, by username and token, $.user.address.country: "
    })
    void name_the_interaction_and_the_member_that_are_broken(
            String provider, String defect, String word, String interaction, String member) {
        try (Sandbox sandbox = Sandbox.start(new SandboxOptions(0, List.of(defect), List.of()))) {
            Terminal terminal = verify(provider, sandbox.baseUrl());

            assertThat(terminal.code()).isOne();
            List<String> lines = terminal.out().lines().toList();
            int broken = lines.indexOf(lines.stream()
                    .filter(line -> line.contains(word) && line.contains(interaction))
                    .findFirst()
                    .orElseThrow());
            assertThat(lines.get(broken + 1).strip()).startsWith(member);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0", "3.0.0"})
    void verify_pacts_of_older_specifications(String version) throws IOException {
        Path pact = Files.writeString(folder.resolve("old.json"), """
                {"consumer": {"name": "old"}, "provider": {"name": "evc-net-customer-api"},
                 "interactions": [{"description": "a list is refused", "request": {"method": "post",
                   "path": "/api/rest/customer", "headers": {"Content-Type": "application/json"}, "body": []},
                   "response": {"status": 403}}],
                 "metadata": {"pactSpecification": {"version": "%s"}}}
                """.formatted(version));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct())) {
            Terminal terminal = verify(CUSTOMERS, sandbox.baseUrl(), "--pacts", pact.toString());

            assertThat(terminal.code()).isZero();
            assertThat(terminal.out()).contains("conforming: 1 of 1 interactions in scope, 1 decided");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | %s is empty; write the consumer's pact there again",
                "[] | %s is no pact: it isn't a JSON object",
                "{} | %s is no pact: it names no consumer or no provider, which each pact does"
            })
    void refuse_what_is_no_pact(String text, String sentence) throws IOException {
        Path pact = Files.writeString(folder.resolve("a.json"), text);

        assertThat(verify(CUSTOMERS, URI.create(CLOSED), "--pacts", pact.toString()))
                .isEqualTo(new Terminal(2, "", "chargeproof: " + sentence.formatted(pact) + "\n"));
    }

    @Test
    void refuse_a_damaged_pact_in_one_sentence() throws IOException {
        String whole = Files.readString(Path.of("pacts", "driver-app-oioi-user-api.json"));
        Path pact = Files.writeString(folder.resolve("a.json"), whole.substring(0, whole.length() / 2));

        Terminal terminal = verify(USERS, URI.create(CLOSED), "--pacts", pact.toString());

        assertThat(terminal.code()).isEqualTo(2);
        assertThat(terminal.err().lines())
                .singleElement()
                .asString()
                .startsWith("chargeproof: " + pact + " is damaged, it isn't JSON: ");
    }

    @Test
    void say_that_a_broker_refuses_or_is_not_there() {
        try (LoopbackServer broker = LoopbackServer.answering(request -> LoopbackServer.Reply.json(403, "{}"))) {
            Terminal refused = Terminal.run(
                    "pact",
                    "verify",
                    "--provider",
                    USERS,
                    "--broker",
                    broker.address().toString());
            Terminal absent = Terminal.run("pact", "verify", "--provider", USERS, "--broker", CLOSED);

            assertThat(refused)
                    .isEqualTo(new Terminal(
                            2,
                            "",
                            "chargeproof: no pact could be had from " + broker.address()
                                    + "/: HTTP 403; set PACT_BROKER_TOKEN, or"
                                    + " PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, and give the broker by --broker,"
                                    + " or in PACT_BROKER_BASE_URL where --pacts names a pact of it\n"));
            assertThat(absent.code()).isEqualTo(3);
            assertThat(absent.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("chargeproof: no pact could be had from " + CLOSED + "/: no answer (");
        }
    }

    @Test
    void are_incomplete_where_states_fail_and_where_nobody_answers() {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer broken = LoopbackServer.answering(request -> LoopbackServer.Reply.json(500, "{}"))) {
            Terminal stateless = verify(USERS, sandbox.baseUrl(), "--state-url", broken.address() + "/states");
            Terminal absent = verify(USERS, URI.create(CLOSED), "--state-url", CLOSED + "/states");

            assertThat(stateless.code()).isEqualTo(3);
            assertThat(stateless.out())
                    .contains("incomplete: ")
                    .contains(broken.address() + "/states didn't set up 'a user exists': HTTP 500");
            assertThat(absent.code()).isEqualTo(3);
            assertThat(absent.out()).contains("incomplete: 19 of 19 interactions in scope, 0 decided");
            assertThat(stateless.err() + absent.err()).isEmpty();
        }
    }

    @Test
    void put_back_what_posts_change_at_a_target_without_states() throws IOException {
        try (LeftBehind target = new LeftBehind(folder)) {
            List<String> before = target.users();

            Terminal terminal = verifyWith(target, target.acceptance(), USERS);

            assertThat(terminal.code()).isZero();
            assertThat(terminal.out()).contains("conforming: 19 of 19 interactions in scope, 19 decided");
            assertThat(target.users()).isEqualTo(before);
            assertThat(target.files(".users")).isEmpty();
        }
    }

    @Test
    void take_customers_and_cards_down_and_spend_no_card_twice() throws IOException {
        try (LeftBehind target = new LeftBehind(folder)) {
            Path profile = target.acceptance();
            Files.writeString(profile, """

                    states:
                      a customer exists: {customer-id: "%s"}
                    """.formatted(target.customer()), StandardOpenOption.APPEND);

            Terminal first = verifyWith(target, profile, CUSTOMERS);
            Terminal second = verifyWith(target, profile, CUSTOMERS, "--interaction", "attaching one card");

            assertThat(first.out()).contains("incomplete: 9 of 9 interactions in scope, 8 decided");
            assertThat(first.out())
                    .contains("note: customers: 1 created, listed in ")
                    .contains("the profile has no evc-net.unknown-customer-id, nor unknown-customer-id under states");
            assertThat(target.listed()).hasSize(1);
            assertThat(second.code()).isZero();
            assertThat(left(second)).isEqualTo(left(first) - 1);
        }
    }

    @Test
    void send_no_post_that_could_not_be_put_back() throws IOException {
        try (LeftBehind target = new LeftBehind(folder, "oioi-get-without-user")) {
            Terminal terminal = verifyWith(target, target.acceptance(), USERS);

            assertThat(terminal.out())
                    .contains("can't be undone")
                    .contains(
                            "the details of oioi.users.primary can't be read, so they couldn't be put back afterwards");
            assertThat(terminal.code()).isOne();
        }
    }

    @Test
    void refuse_a_profile_whose_credentials_all_fail() throws IOException {
        try (LeftBehind target = new LeftBehind(folder)) {
            Path profile = target.acceptance();
            Files.writeString(
                    profile, Files.readString(profile).replaceAll("(?m)^  api-key: .*$", "  api-key: wrong-0001"));

            Terminal terminal = verifyWith(target, profile, USERS);

            assertThat(terminal.code()).isEqualTo(2);
            assertThat(terminal.err())
                    .contains("OIOI refuses the API key or every test user, by whatever identifier; look at"
                            + " oioi.api-key and oioi.users in the profile");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"@%s/stolen", ".%s/stolen", ":80@%s/stolen", "stolen", ""})
    void send_nothing_where_a_path_might_lead_to_another_host(String path) throws IOException {
        AtomicInteger reached = new AtomicInteger();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.correct());
                LoopbackServer other = LoopbackServer.answering(request -> {
                    reached.incrementAndGet();
                    return LoopbackServer.Reply.json(403, "{}");
                })) {
            String leading = path.formatted(other.address().getAuthority());
            Path pact = Files.writeString(folder.resolve("leads.json"), """
                    {"consumer": {"name": "old"}, "provider": {"name": "evc-net-customer-api"},
                     "interactions": [{"description": "a list is refused", "request": {"method": "post",
                       "path": "%s", "headers": {"Authorization": "Token x"}}, "response": {"status": 403}}],
                     "metadata": {"pactSpecification": {"version": "3.0.0"}}}
                    """.formatted(leading));

            Terminal terminal = verify(CUSTOMERS, sandbox.baseUrl(), "--pacts", pact.toString());

            assertThat(terminal.code()).isEqualTo(3);
            assertThat(terminal.out())
                    .contains("the pact's request can't be sent: its path '" + leading
                            + "' doesn't begin with '/', so it could lead to another host");
            assertThat(reached).hasValue(0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --state-url https://evc-net.com/states | evc-net.com is a production host (only read, unless --allow-writes evc-net.com is given too); if that is meant, give --allow-production evc-net.com
            --state-url http://8.8.8.8/states      | 8.8.8.8 is a public host; if that is meant, give --allow-host 8.8.8.8
            --pacts https://8.8.8.8/pact.json      | 8.8.8.8 is a public host; if that is meant, give --allow-host 8.8.8.8
            --broker https://8.8.8.8               | 8.8.8.8 is a public host; if that is meant, give --allow-host 8.8.8.8
            """)
    void let_every_address_pass_the_guard_first(String option, String refusal) {
        String[] given = option.split(" ");

        assertThat(Terminal.run("pact", "verify", "--provider", USERS, "--base-url", CLOSED, given[0], given[1]))
                .isEqualTo(new Terminal(2, "", "chargeproof: nothing was sent: " + refusal + "\n"));
    }

    @Test
    void set_no_states_up_at_a_production_host_that_may_only_be_read() {
        assertThat(Terminal.run(
                        "pact",
                        "verify",
                        "--provider",
                        USERS,
                        "--base-url",
                        CLOSED,
                        "--state-url",
                        "https://evc-net.com/states",
                        "--allow-production",
                        "evc-net.com"))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: nothing was sent: --state-url would have states set up at the production host"
                                + " evc-net.com; if that is meant, give --allow-writes evc-net.com\n"));
    }

    @Test
    void serve_no_pact_of_a_public_host_without_leave() {
        assertThat(Terminal.run("pact", "stub", "--pacts", "https://8.8.8.8/pact.json"))
                .isEqualTo(new Terminal(
                        2,
                        "",
                        "chargeproof: nothing was sent: 8.8.8.8 is a public host; if that is meant, give"
                                + " --allow-host 8.8.8.8\n"));
    }

    private static int left(Terminal terminal) {
        return terminal.out()
                .lines()
                .filter(line -> line.startsWith("note: cards: "))
                .mapToInt(line -> Integer.parseInt(line.split(" ", -1)[2]))
                .findFirst()
                .orElseThrow();
    }

    private Terminal verifyWith(LeftBehind target, Path profile, String provider, String... more) {
        List<String> arguments = new ArrayList<>(List.of("pact", "verify", "--provider", provider, "--skip-html"));
        arguments.addAll(List.of("--profile", profile.toString(), "--custody", target.custody()));
        arguments.addAll(List.of("--reports", reports().toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private Terminal verify(String provider, URI base, String... more) {
        List<String> arguments = new ArrayList<>(List.of("pact", "verify", "--provider", provider, "--skip-html"));
        arguments.addAll(
                List.of("--base-url", base.toString(), "--reports", reports().toString()));
        if (!List.of(more).contains("--state-url")) {
            arguments.addAll(
                    List.of("--state-url", base.resolve(Sandbox.STATES_PATH).toString()));
        }
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private Path reports() {
        return folder.resolve("reports");
    }
}
