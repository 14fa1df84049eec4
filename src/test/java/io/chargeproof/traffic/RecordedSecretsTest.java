package io.chargeproof.traffic;

import static io.chargeproof.traffic.seeded.ClientSession.creation;
import static io.chargeproof.traffic.seeded.ClientSession.header;
import static io.chargeproof.traffic.seeded.ClientSession.post;
import static io.chargeproof.traffic.seeded.ClientSession.text;
import static io.chargeproof.traffic.seeded.ClientSession.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.traffic.recording.ApiAddresses;
import io.chargeproof.traffic.recording.RecordedSecrets;
import io.chargeproof.traffic.recording.Recording;
import io.chargeproof.traffic.seeded.ClientSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The secrets of a recording, wherever they stand. */
class RecordedSecretsTest {
    @TempDir
    Path folder;

    @Test
    void knows_secrets_by_where_they_stand() throws IOException {
        assertThat(secrets(creation(), ClientSession.CREATED)).containsOnly(ClientSession.TOKEN, "Geheim-2026!");
        assertThat(secrets(post(), ClientSession.SUCCESS)).containsOnly(ClientSession.KEY, "user-token-1");
        assertThat(secrets(
                        text("\"username\",\"identifier\":\"jan@example.com\"", "\"token\",\"identifier\":\"tok-2\"")
                                .apply(post()),
                        ClientSession.SUCCESS))
                .contains("tok-2");
        assertThat(secrets(
                        post(),
                        ClientSession.SHOWN.replace(
                                "\"social-security-number\":null", "\"social-security-number\":\"190-11\"")))
                .contains("190-11");
    }

    @Test
    void knows_those_in_addresses_cookies_and_other_headers() throws IOException {
        assertThat(secrets(url("customer", "customer?api-key=a%2Fb").apply(creation()), ClientSession.CREATED))
                .contains("a%2Fb", "a/b");
        assertThat(secrets(url("https://", "https://jan:geheim@").apply(creation()), ClientSession.CREATED))
                .contains("jan:geheim", "geheim");
        assertThat(secrets(header("Cookie", "session=1a2b").apply(creation()), ClientSession.CREATED))
                .contains("session=1a2b");
        assertThat(secrets(header("X-Api-Key", "k-1").apply(creation()), ClientSession.CREATED))
                .contains("k-1");
        assertThat(secrets(
                        header("Referer", "https://a.example.com/?token=t-9").apply(creation()), ClientSession.CREATED))
                .contains("t-9");
    }

    @Test
    void knows_those_of_bodies_that_are_no_json() throws IOException {
        assertThat(secrets(creation().withBody(Body.of("first_name=Jan&password=Geheim%21")), ClientSession.CREATED))
                .contains("Geheim%21", "Geheim!");
        assertThat(secrets(creation().withBody(Body.of("{\"password\": \"Geheim\", ")), ClientSession.CREATED))
                .contains("Geheim");
    }

    @Test
    void takes_no_placeholder_for_a_secret() throws IOException {
        assertThat(secrets(
                        header("Authorization", "Token ${EVC_NET_TOKEN}")
                                .andThen(text("Geheim-2026!", "***"))
                                .apply(creation()),
                        ClientSession.CREATED))
                .isEmpty();
    }

    private Set<String> secrets(HttpRequest request, String answer) throws IOException {
        RecordedSecrets secrets = new RecordedSecrets();
        Path file = HarFile.write(new Traffic().add(request, 200, answer).exchanges(), folder.resolve("one.har"));
        new Recording(file, ApiAddresses.anywhere()).read(each -> each, secrets::add);
        return secrets.namesByValue().keySet();
    }
}
