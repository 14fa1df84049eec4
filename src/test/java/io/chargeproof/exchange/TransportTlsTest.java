package io.chargeproof.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chargeproof.exchange.NoAnswer.Cause;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransportTlsTest {
    private static final byte[] OK =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void trusts_a_private_authority_where_it_is_told_to(Adapter adapter) throws Exception {
        try (RawServer server = server(false)) {
            assertThat(send(adapter, server, "127.0.0.1", certificates.ca(), null)
                            .status())
                    .hasValue(200);
            assertThat(cause(send(adapter, server, "127.0.0.1", null, null))).isEqualTo(Cause.TLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_certificate_of_another_host(Adapter adapter) throws Exception {
        try (RawServer server = server(false)) {
            assertThat(cause(send(adapter, server, "localhost", certificates.ca(), null)))
                    .isEqualTo(Cause.TLS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shows_a_client_certificate_whatever_the_form_of_its_key(Adapter adapter) throws Exception {
        try (RawServer server = server(true)) {
            for (String alias : new String[] {"rsa", "ec"}) {
                for (Path client : new Path[] {certificates.client(alias), certificates.clientOfOld(alias)}) {
                    assertThat(send(adapter, server, "127.0.0.1", certificates.ca(), client)
                                    .status())
                            .as(client.toString())
                            .hasValue(200);
                }
            }
            assertThat(send(adapter, server, "127.0.0.1", certificates.ca(), null)
                            .reply())
                    .isInstanceOf(NoAnswer.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void says_what_is_wrong_with_a_file(Adapter adapter) throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path encrypted = Files.writeString(
                folder.resolve("encrypted.pem"),
                Files.readString(certificates.ca())
                        + "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n");
        Path other = Files.writeString(
                folder.resolve("other.pem"),
                Files.readString(certificates.client("rsa"))
                        .replaceFirst("(?s).*?-----END CERTIFICATE-----", Files.readString(certificates.ca())));

        assertRefused(adapter, missing, null, "can't be read: java.nio.file.NoSuchFileException: " + missing);
        assertRefused(adapter, empty, null, "has no certificate (-----BEGIN CERTIFICATE-----)");
        assertRefused(adapter, null, certificates.ca(), "has no private key (-----BEGIN PRIVATE KEY-----)");
        assertRefused(
                adapter, null, encrypted, "has an encrypted private key; decrypt it first (openssl pkey -in FILE)");
        assertRefused(adapter, null, other, "has a private key that doesn't fit its first certificate (PRIVATE KEY)");
    }

    private static void assertRefused(Adapter adapter, @Nullable Path ca, @Nullable Path client, String why) {
        assertThatThrownBy(() -> adapter.with(settings(ca, client)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the PEM file '" + (ca == null ? client : ca) + "' " + why);
    }

    private static RawServer server(boolean asksForClient) throws Exception {
        return RawServer.playing(certificates.server(asksForClient), RawServer.answerWith(OK));
    }

    private static Exchange send(
            Adapter adapter, RawServer server, String host, @Nullable Path ca, @Nullable Path client) {
        return adapter.with(settings(ca, client))
                .send(new HttpRequest(
                        HttpMethod.GET,
                        URI.create("https://" + host + ":" + server.port() + "/"),
                        Headers.NONE,
                        Body.EMPTY,
                        RequestPurpose.of("evc-net", "create"),
                        Idempotency.SAFE));
    }

    private static TransportSettings settings(@Nullable Path ca, @Nullable Path client) {
        return new TransportSettings(Duration.ofSeconds(20), 1000, null, ca, client);
    }

    private static Cause cause(Exchange exchange) {
        return ((NoAnswer) exchange.reply()).cause();
    }
}
