package io.chargeproof.contract;

import au.com.dius.pact.core.pactbroker.PactBrokerResult;
import au.com.dius.pact.core.pactbroker.PublishConfiguration;
import au.com.dius.pact.core.pactbroker.VerificationNotice;
import au.com.dius.pact.core.support.Result;
import au.com.dius.pact.core.support.Utils;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.Transport;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Pact broker, spoken to through Pact JVM's client: what pacts a provider is to be verified against, what became of it, and
 * what may be deployed. What lets in is sent to its origin alone.
 */
public final class Broker {
    private static final Pattern VERSION = Pattern.compile("\\(v?([^()]+)\\)");
    private static final List<String> OVERRIDING = List.of(
            "pactbroker.consumerversionselectors.rawjson",
            "pact.publish.consumer.version",
            "pact.publish.consumer.branchName",
            "pact.publish.consumer.buildUrl");

    private final URI address;
    private final AuthorizedRequests requests;
    private final Map<String, String> reasons = new HashMap<>();

    /**
     * A broker that is reached by a transport.
     *
     * @param authorization what lets in, if anything does
     */
    public Broker(URI address, Transport transport, PactSources.@Nullable Authorization authorization) {
        this.address = URI.create(address.toString().replaceAll("/+$", ""));
        this.requests = new AuthorizedRequests(transport, authorization);
    }

    /**
     * The pacts that a provider is to be verified against.
     *
     * @throws ContractFault if there are none
     */
    public Pacts pacts(String provider, PactSelection selection) {
        List<PactBrokerResult> found = found(provider, selection);
        if (found.isEmpty()) {
            throw ContractFault.configuration(
                    "the broker " + address + " has no pacts for the provider '" + provider + "' that "
                            + selection.inWords() + " chooses, so nothing was verified; publish one, or choose others");
        }
        if (selection.isNarrowed() && found.stream().noneMatch(PactBrokerResult::getUsedNewEndpoint)) {
            throw ContractFault.configuration("the broker " + address + " can't choose pacts by " + selection.inWords()
                    + " (it has no link 'pb:provider-pacts-for-verification'); use a newer broker, or verify the newest"
                    + " pacts, without that");
        }
        List<Contract> contracts = new ArrayList<>();
        found.forEach(each -> contracts.addAll(contracts(each)));
        return new Pacts(contracts);
    }

    private List<PactBrokerResult> found(String provider, PactSelection selection) {
        BrokerClient client = client("no pact could be had from");
        String since =
                selection.wipSince() == null ? null : selection.wipSince().toString();
        try {
            return value(() -> client.fetchConsumersWithSelectorsV2(
                    provider,
                    selection.inPact(),
                    List.of(),
                    selection.providerBranch(),
                    selection.pending() || since != null,
                    since));
        } catch (AuthorizedRequests.NotThere unknown) {
            return List.of();
        }
    }

    private List<Contract> contracts(PactBrokerResult found) {
        BrokerHal hal = hal("no pact could be had from");
        URI source = hal.of(found.getSource());
        byte[] bytes = asking(() -> requests.send(HttpMethod.GET, source, "", "no pact could be had from"))
                .body()
                .bytes();
        JsonNode pact = json(source, bytes);
        BrokeredPact brokered = new BrokeredPact(
                pact.path("consumer").path("name").asString(""),
                version(pact.path("_links"), found.getName()),
                reasons.getOrDefault(found.getSource(), ""),
                found.getPending(),
                found.getWip(),
                found.getNotices().stream()
                        .filter(each -> each.getWhen().equals("before_verification"))
                        .map(VerificationNotice::getText)
                        .toList(),
                links(pact.path("_links")));
        String place = pact.path("_links").path("pb:pact-version").path("href").asString(source.toString());
        return PactReading.read(place, bytes, brokered);
    }

    private static Map<String, Object> links(JsonNode links) {
        Map<String, Object> all = new LinkedHashMap<>();
        links.properties().forEach(each -> {
            if (each.getValue().isObject()) {
                all.put(each.getKey(), JsonMapper.shared().convertValue(each.getValue(), Map.class));
            }
        });
        return all;
    }

    private static JsonNode json(URI source, byte[] bytes) {
        try {
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException e) {
            throw ContractFault.configuration(source + " is damaged, it isn't JSON: " + e.getOriginalMessage());
        }
    }

    private static String version(JsonNode links, String name) {
        String linked = links.path("pb:consumer-version").path("name").asString("");
        Matcher named = VERSION.matcher(name);
        return !linked.isEmpty() ? linked : named.find() ? named.group(1) : "";
    }

    /**
     * Publishes pacts of consumers; none unless each can be read.
     *
     * @param version which version of the consumers they are of
     * @return a sentence for each
     */
    public List<String> publish(List<Path> places, CodeVersion version) {
        List<Path> files = places.stream()
                .flatMap(each -> PactSources.filesOf(each).stream())
                .toList();
        List<PactToPublish> pacts = files.stream().map(PactToPublish::of).toList();
        return pacts.stream().map(each -> publish(each, version)).toList();
    }

    /** A pact of a file, read so far as to know that it is one. */
    private record PactToPublish(Path file, Contract first) {
        static PactToPublish of(Path file) {
            Contract first =
                    PactReading.read(file.toString(), PactSources.bytes(file)).get(0);
            if (first.source().flaw() != null) {
                throw ContractFault.configuration(first.source().flaw());
            }
            return new PactToPublish(file, first);
        }
    }

    private String publish(PactToPublish pact, CodeVersion version) {
        String words = pact.file() + ", the pact of " + pact.first().consumer() + " " + version.number() + " with "
                + pact.first().provider();
        PublishConfiguration configuration =
                new PublishConfiguration(version.number(), List.of(), version.branch(), version.buildUrl());
        BrokerClient client = client("the pact of " + pact.first().consumer() + " couldn't be published at");
        String unused = value(() -> client.uploadPactFile(pact.file().toFile(), configuration));
        return "published " + words + (version.branch() == null ? "" : ", branch " + version.branch());
    }

    /** Whether a version of a consumer or provider works with what is in an environment. */
    public Deployability canDeploy(String pacticipant, String version, String environment) {
        // The query of Pact JVM's client and of Pact's own, whose answer is read in full here: what isn't known is no
        // refusal.
        String path = "/matrix?q%5B%5D%5Bpacticipant%5D=" + BrokerHal.encoded(pacticipant) + "&latestby=cvp"
                + "&q%5B%5D%5Bversion%5D=" + BrokerHal.encoded(version) + "&environment="
                + BrokerHal.encoded(environment);
        JsonNode summary =
                asking(() -> hal("no answer could be had from").get(path)).path("summary");
        JsonNode deployable = summary.path("deployable");
        if (!deployable.isBoolean() && !deployable.isNull()) {
            throw ContractFault.configuration(
                    address + "/matrix doesn't say whether anything is deployable; is it a Pact broker?");
        }
        return new Deployability(
                answer(summary), summary.path("reason").asString("").strip());
    }

    private static Deployability.Answer answer(JsonNode summary) {
        if (summary.path("deployable").asBoolean(false)) {
            return Deployability.Answer.YES;
        }
        boolean isOpen =
                summary.path("deployable").isNull() || summary.path("unknown").asInt(0) > 0;
        return isOpen && summary.path("failed").asInt(0) == 0 ? Deployability.Answer.UNKNOWN : Deployability.Answer.NO;
    }

    /** A client for one errand, and what it means if the errand fails. */
    BrokerClient client(String failure) {
        refuseOverrides();
        return new BrokerClient(address, () -> hal(failure));
    }

    private BrokerHal hal(String failure) {
        return new BrokerHal(address, requests, failure, this::keepReasons);
    }

    /** What the broker chose each pact by stands beside the links that Pact JVM's client takes from its answer. */
    private void keepReasons(JsonNode answer) {
        for (JsonNode each : answer.path("_embedded").path("pacts")) {
            String href = each.path("_links").path("self").path("href").asString("");
            reasons.put(href, each.path("shortDescription").asString(""));
        }
    }

    /** Pact JVM's client would take these for what the command line says. */
    private static void refuseOverrides() {
        for (String name : OVERRIDING) {
            String value = Utils.INSTANCE.lookupEnvironmentValue(name);
            if (value != null && !value.isEmpty()) {
                throw ContractFault.configuration("the environment sets " + name
                        + ", by which Pact JVM replaces what the command line says; unset it, and use the options");
            }
        }
    }

    /** What comes of asking a broker, with each fault as one sentence. */
    static <T> T asking(Callable<T> question) {
        try {
            return question.call();
        } catch (ContractFault | AuthorizedRequests.NotThere fault) {
            throw fault instanceof ContractFault same
                    ? same
                    : ContractFault.configuration(String.valueOf(fault.getMessage()));
        } catch (Exception e) { // Kotlin throws checked exceptions undeclared.
            throw ContractFault.configuration("the broker can't be understood: " + PactReading.oneLine(e));
        }
    }

    /** The value of what Pact JVM's client answers, or its fault. */
    private static <T> T value(Callable<Result<T, Exception>> question) {
        Result<T, Exception> result = asking(question);
        T value = result.get();
        return Optional.ofNullable(value).orElseThrow(() -> fault(result.errorValue()));
    }

    private static RuntimeException fault(@Nullable Exception error) {
        if (error instanceof ContractFault || error instanceof AuthorizedRequests.NotThere) {
            return (RuntimeException) error;
        }
        return ContractFault.configuration(
                "the broker can't be understood: " + (error == null ? "it says nothing" : PactReading.oneLine(error)));
    }
}
