package io.chargeproof.contract;

import io.chargeproof.exchange.Body;
import io.chargeproof.exchange.Exchange;
import io.chargeproof.exchange.Headers;
import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.HttpRequest;
import io.chargeproof.exchange.Idempotency;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.RequestPurpose;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where pacts are: in a folder, in a file, at an address, or with a broker. */
public final class PactSources {

    private final Transport transport;
    private final @Nullable Authorization authorization;

    /**
     * Sources that are reached by a transport.
     *
     * @param authorization what lets in, if anything does
     */
    public PactSources(Transport transport, @Nullable Authorization authorization) {
        this.transport = transport;
        this.authorization = authorization;
    }

    /**
     * What lets in at one origin, and is sent nowhere else.
     *
     * @param value what is sent as {@code Authorization}, scheme included
     * @param origin where it is sent
     */
    public record Authorization(Secret value, Origin origin) {}

    /** The pacts of a folder or file. */
    public Pacts in(Path path) {
        if (Files.isDirectory(path)) {
            List<Path> files = files(path);
            if (files.isEmpty()) {
                throw ContractFault.configuration(path + " has no .json files; give --pacts the folder of the pacts");
            }
            return new Pacts(files.stream()
                    .flatMap(file -> PactReading.read(file.toString(), bytes(file)).stream())
                    .toList());
        }
        if (!Files.exists(path)) {
            throw ContractFault.configuration(path + " doesn't exist; give --pacts a folder, a file or an address");
        }
        return new Pacts(PactReading.read(path.toString(), bytes(path)));
    }

    /** The pact at an address. */
    public Pacts at(URI address) {
        return new Pacts(
                PactReading.read(address.toString(), get(address).body().bytes()));
    }

    /** The newest pact of each consumer of a provider that a broker has. */
    public Pacts ofBroker(URI broker, String provider) {
        String name = URLEncoder.encode(provider, StandardCharsets.UTF_8).replace("+", "%20");
        URI list = URI.create(broker.toString().replaceAll("/+$", "") + "/pacts/provider/" + name + "/latest");
        JsonNode links = json(list).path("_links");
        JsonNode pacts = links.has("pb:pacts") ? links.path("pb:pacts") : links.path("pacts");
        if (!pacts.isArray() || pacts.isEmpty()) {
            throw ContractFault.configuration("the broker " + broker + " has no pacts for the provider '" + provider
                    + "'; publish one, or name another --provider");
        }
        List<Contract> contracts = new ArrayList<>();
        for (JsonNode each : pacts) {
            contracts.addAll(at(resolved(list, each)).contracts());
        }
        return new Pacts(contracts);
    }

    private static URI resolved(URI list, JsonNode link) {
        try {
            URI address = list.resolve(link.path("href").asString(""));
            if (!Origin.of(list).equals(Origin.of(address))) {
                throw ContractFault.configuration("the broker at " + Origin.of(list) + " lists a pact at "
                        + Origin.of(address) + ", where nothing was asked for; have the broker know its own address,"
                        + " or give that pact by --pacts");
            }
            return address;
        } catch (IllegalArgumentException e) {
            throw ContractFault.configuration("the broker's list has a link that is no address: " + link.path("href"));
        }
    }

    private JsonNode json(URI address) {
        try {
            return JsonMapper.shared().readTree(get(address).body().bytes());
        } catch (JacksonException e) {
            throw ContractFault.configuration(address + " doesn't answer with JSON; is it a Pact broker?");
        }
    }

    private HttpAnswer get(URI address) {
        Exchange exchange = transport.send(request(address));
        HttpAnswer answer = exchange.answer()
                .orElseThrow(() -> ContractFault.noAnswer(
                        "no pact could be had from " + address + ": " + exchange.outcomeInWords()));
        if (exchange.isInconclusive()) {
            throw ContractFault.noAnswer("no pact could be had from " + address + ": HTTP " + answer.status());
        }
        if (answer.status() != 200) {
            throw ContractFault.configuration("no pact could be had from " + address + ": HTTP " + answer.status()
                    + (answer.status() == 401 || answer.status() == 403
                            ? "; set PACT_BROKER_TOKEN, or PACT_BROKER_USERNAME and PACT_BROKER_PASSWORD, and give the"
                                    + " broker by --broker, or in PACT_BROKER_BASE_URL where --pacts names a pact of it"
                            : "; see whether the address is right"));
        }
        if (answer.cut()) {
            throw ContractFault.configuration("the pact at " + address + " is larger than 1 MiB; save it as a file");
        }
        return answer;
    }

    private HttpRequest request(URI address) {
        Headers headers = new Headers(List.of(new Headers.Field("accept", "application/hal+json, application/json")));
        return new HttpRequest(
                HttpMethod.GET,
                address,
                authorized(address, headers),
                Body.EMPTY,
                RequestPurpose.of("", "pact"),
                Idempotency.SAFE);
    }

    private Headers authorized(URI address, Headers headers) {
        return authorization != null && authorization.origin().equals(Origin.of(address))
                ? headers.with("authorization", authorization.value().value())
                : headers;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw ContractFault.configuration(folder + " can't be read: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ContractFault.configuration(file + " can't be read: " + e.getMessage());
        }
    }
}
