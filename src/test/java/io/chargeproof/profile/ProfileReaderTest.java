package io.chargeproof.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.api.evcnet.EvcNetTarget;
import io.chargeproof.api.oioi.OioiTarget;
import io.chargeproof.api.oioi.TestUser;
import io.chargeproof.requirement.RequirementId;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileReaderTest {
    @TempDir
    Path folder;

    @Test
    void reads_all_that_a_profile_can_say() {
        LoadedProfile read = Profiles.parse(Profiles.WHOLE);

        assertThat(read.warnings()).isEmpty();
        assertThat(read.profile())
                .isEqualTo(new Profile(
                        "acceptance",
                        TargetKind.ACCEPTANCE,
                        List.of(
                                new EvcNetTarget(
                                        URI.create("https://evc-a.evc-net.com"),
                                        new Secret("EVC_NET_TOKEN", "evc-secret-1"),
                                        "data.customer_id",
                                        Map.of("country_code", "NL", "usergroup_name", "IntegrationTests"),
                                        Map.of("city", "Rotterdam"),
                                        "tests.example.org",
                                        List.of("NL-TST0000001-A1", "42"),
                                        "4711",
                                        "99999999"),
                                new OioiTarget(
                                        URI.create("https://dev-api.plugsurfing.com/api/v4/request"),
                                        new Secret("OIOI_API_KEY", "oioi-secret-1"),
                                        "NL004495445B01",
                                        new TestUser(
                                                "1234567",
                                                new Secret("FIRST_TOKEN", "user-secret-1"),
                                                "DE*8PS*123456*7",
                                                "04E12345"),
                                        new TestUser(
                                                "second@example.com",
                                                new Secret("SECOND_TOKEN", "user-secret-2"),
                                                null,
                                                null),
                                        null)),
                        new Limits(7, Duration.ofMillis(500), 1, 500, 3),
                        new Connection(URI.create("http://proxy.example.com:8080"), null, null),
                        Map.of("a user exists", Map.of("username", 1234567L, "token", "user-secret-1")),
                        Depth.SMOKE,
                        List.of(
                                new Waiver(
                                        new RequirementId("OIOI-GET-10"),
                                        null,
                                        null,
                                        null,
                                        "country names until release 14",
                                        LocalDate.of(2027, 1, 31)),
                                new Waiver(
                                        new RequirementId("EVC-HTTP-2"),
                                        "update",
                                        404,
                                        null,
                                        "a router",
                                        LocalDate.of(2026, 6, 30)))));
    }

    @Test
    void fills_in_what_a_profile_does_not_say() {
        Profile profile = Profiles.parse(Profiles.LEAST).profile();

        assertThat(profile)
                .isEqualTo(new Profile(
                        "least",
                        TargetKind.ACCEPTANCE,
                        List.of(new EvcNetTarget(
                                URI.create("https://evc-a.evc-net.com"),
                                new Secret("EVC_NET_TOKEN", "evc-secret-1"),
                                null,
                                Map.of(),
                                Map.of(),
                                "example.com",
                                List.of(),
                                null,
                                null)),
                        new Limits(5, Duration.ofSeconds(10), 3, 2_000, 10),
                        Connection.DIRECT,
                        Map.of(),
                        Depth.STANDARD,
                        List.of()));
    }

    @Test
    void lets_a_sandbox_be_tested_in_full_and_without_throttling() {
        Profile profile = Profiles.parse(
                        "{name: s, kind: sandbox, oioi: {endpoint: 'http://127.0.0.1:8080/api/v4/request'}}")
                .profile();

        assertThat(profile.depth()).isEqualTo(Depth.FULL);
        assertThat(profile.limits()).isEqualTo(new Limits(null, Duration.ofSeconds(10), 3, 100_000, 100_000));
        assertThat(OioiTarget.of(profile))
                .isEqualTo(new OioiTarget(
                        URI.create("http://127.0.0.1:8080/api/v4/request"), null, null, null, null, null));
    }

    /** Unlike a token, which a header may have to carry, a password stands in JSON alone. */
    @Test
    void reads_a_password_of_any_characters_as_a_secret() {
        LoadedProfile read = Profiles.parse("""
                name: n
                kind: acceptance
                oioi:
                  endpoint: http://localhost
                  users: {primary: {username: u, password: 'Käse und "Brot"'}}
                """);

        TestUser user = OioiTarget.of(read.profile()).primary();
        assertThat(user.hasToken()).isFalse();
        assertThatThrownBy(user::token).isInstanceOf(IllegalStateException.class);
        assertThat(read.profile().secrets()).isEqualTo(Map.of("Käse und \"Brot\"", "OIOI_PRIMARY_PASSWORD"));
        assertThat(read.warnings())
                .containsExactly("p.yaml:5: 'oioi.users.primary.password' is a secret that stands in the file itself;"
                        + " write password: \"${OIOI_PRIMARY_PASSWORD}\" and set that variable");
    }

    @Test
    void warns_of_secrets_in_the_file_and_names_them_all_the_same() {
        LoadedProfile read = Profiles.parse("""
                name: n
                kind: acceptance
                evc-net: {base-url: http://localhost, token: hunter2-evc}
                oioi:
                  endpoint: http://localhost
                  api-key: pre-${OIOI_API_KEY}
                  users: {secondary: {username: u, token: hunter2-user}}
                """);

        assertThat(read.warnings())
                .containsExactly(
                        "p.yaml:3: 'evc-net.token' is a secret that stands in the file itself;"
                                + " write token: \"${EVC_NET_TOKEN}\" and set that variable",
                        "p.yaml:7: 'oioi.users.secondary.token' is a secret that stands in the file itself;"
                                + " write token: \"${OIOI_SECONDARY_TOKEN}\" and set that variable");
        assertThat(read.profile().secrets())
                .containsExactly(
                        Map.entry("hunter2-evc", "EVC_NET_TOKEN"),
                        Map.entry("pre-oioi-secret-1", "OIOI_API_KEY"),
                        Map.entry("hunter2-user", "OIOI_SECONDARY_TOKEN"));
        assertThat(read.profile().toString()).doesNotContain("hunter2", "oioi-secret-1");
    }

    @Test
    void does_not_warn_of_a_sandboxs_secrets() {
        LoadedProfile read =
                Profiles.parse("{name: s, kind: sandbox, evc-net: {base-url: 'http://localhost', token: hunter2-evc}}");

        assertThat(read.warnings()).isEmpty();
    }

    @Test
    void counts_passwords_and_tokens_among_the_data_as_secrets() {
        Map<String, String> secrets =
                Profiles.parse(Profiles.LEAST + """
                  customer: {password: hunter2, city: Bonn}
                states: {a user exists: {users: [{user-token: hunter3, username: u}]}}
                """).profile().secrets();

        assertThat(secrets)
                .containsExactly(
                        Map.entry("evc-secret-1", "EVC_NET_TOKEN"),
                        Map.entry("hunter2", "EVC_NET_PASSWORD"),
                        Map.entry("hunter3", "STATE_USER_TOKEN"));
    }

    @Test
    void keeps_the_order_and_the_types_of_json_data() {
        LoadedProfile read = Profiles.parse(Profiles.LEAST + """
                  customer: {zip_code: 01234, kvk_number: 1234, x: 1.50, phone: +31987654321, f: true, o: {a: [NO]}}
                """);

        assertThat(EvcNetTarget.of(read.profile())).isNotNull();
        assertThat(EvcNetTarget.of(read.profile()).customer())
                .containsExactly(
                        Map.entry("zip_code", "01234"),
                        Map.entry("kvk_number", 1234L),
                        Map.entry("x", new BigDecimal("1.50")),
                        Map.entry("phone", "+31987654321"),
                        Map.entry("f", true),
                        Map.entry("o", Map.of("a", List.of("NO"))));
        assertThat(read.warnings())
                .hasSize(3)
                .contains("p.yaml:6: 'evc-net.customer.kvk_number' is a whole number, and every documented member is a"
                        + " text; put it in quotes if that is meant");
    }

    @Test
    void writes_an_international_host_in_ascii_and_lower_case() {
        assertThat(EvcNetTarget.of(
                        Profiles.parse(Profiles.LEAST.replace("evc-a.evc-net.com", "ＥＶＣ-Net。com:8443/büro//"))
                                .profile()))
                .extracting(EvcNetTarget::baseUrl)
                .isEqualTo(URI.create("https://evc-net.com:8443/büro"));
    }

    @Test
    void finds_certificates_beside_the_profile() throws IOException {
        Files.writeString(folder.resolve("ca.pem"), "");
        Path file = Files.writeString(folder.resolve("p.yaml"), Profiles.LEAST + "connection: {ca: ca.pem}\n");

        assertThat(Profiles.reader().read(file, Profiles.ENVIRONMENT).profile().connection())
                .isEqualTo(new Connection(null, folder.toAbsolutePath().resolve("ca.pem"), null));
    }

    @Test
    void no_slip_of_the_pen_ends_in_anything_but_one_sentence_without_secrets() {
        Random random = new Random(1);
        for (int round = 0; round < 1_000; round++) {
            String yaml = slipped(random);
            try {
                Profiles.parse(yaml);
            } catch (ProfileException refused) {
                assertThat(refused)
                        .as(yaml)
                        .message()
                        .startsWith("p.yaml:")
                        .doesNotContain("\n", "-secret-", "null:", "Exception");
            }
        }
    }

    private static String slipped(Random random) {
        String slips = "{}[]:,\"'#&*!|>%@`-? \t\n\u0000\uFEFFé\uD83D$~0a";
        StringBuilder yaml = new StringBuilder(Profiles.WHOLE);
        for (int slip = random.nextInt(3); slip >= 0; slip--) {
            int at = random.nextInt(yaml.length() - 1);
            String written = String.valueOf(slips.charAt(random.nextInt(slips.length())));
            yaml.replace(at, at + random.nextInt(2), random.nextBoolean() ? written : "");
        }
        return yaml.toString();
    }

    @Test
    void names_the_file_that_is_missing() {
        Path missing = folder.resolve("none.yaml");

        assertThatThrownBy(() -> Profiles.reader().read(missing, Map.of()))
                .isInstanceOf(ProfileException.class)
                .hasMessage(missing + ": there is no such file; check the path");
    }
}
