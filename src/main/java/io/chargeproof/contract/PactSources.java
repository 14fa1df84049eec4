package io.chargeproof.contract;

import io.chargeproof.exchange.HttpAnswer;
import io.chargeproof.exchange.HttpMethod;
import io.chargeproof.exchange.Origin;
import io.chargeproof.exchange.Transport;
import io.chargeproof.profile.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where pacts are: in a folder, in a file, or at an address; those of a broker see {@link Broker}. */
public final class PactSources {

    private final AuthorizedRequests requests;

    /**
     * Sources that are reached by a transport.
     *
     * @param authorization what lets in, if anything does
     */
    public PactSources(Transport transport, @Nullable Authorization authorization) {
        this.requests = new AuthorizedRequests(transport, authorization);
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
        return new Pacts(filesOf(path).stream()
                .flatMap(file -> PactReading.read(file.toString(), bytes(file)).stream())
                .toList());
    }

    /** The pact at an address. */
    public Pacts at(URI address) {
        try {
            HttpAnswer answer = requests.send(HttpMethod.GET, address, "", "no pact could be had from");
            return new Pacts(PactReading.read(address.toString(), answer.body().bytes()));
        } catch (AuthorizedRequests.NotThere nothing) {
            throw ContractFault.configuration(String.valueOf(nothing.getMessage()));
        }
    }

    /** The pact files of a folder, or the one file; at least one. */
    static List<Path> filesOf(Path path) {
        if (Files.isDirectory(path)) {
            List<Path> files = files(path);
            if (files.isEmpty()) {
                throw ContractFault.configuration(path + " has no .json files; give --pacts the folder of the pacts");
            }
            return files;
        }
        if (!Files.exists(path)) {
            throw ContractFault.configuration(path + " doesn't exist; give --pacts a folder, a file or an address");
        }
        return List.of(path);
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

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw ContractFault.configuration(file + " can't be read: " + e.getMessage());
        }
    }
}
