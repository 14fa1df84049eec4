package io.chargeproof.profile;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the part of a profile that is about the connection. */
final class ConnectionSection {
    private static final String EXAMPLE = "http://proxy.example.com:8080";

    private final Section section;

    ConnectionSection(Section section) {
        this.section = section;
    }

    Connection read() {
        return new Connection(proxy(), file("ca"), file("client-certificate"));
    }

    private @Nullable URI proxy() {
        return section.optionalText("proxy").map(this::proxy).orElse(null);
    }

    private URI proxy(String text) {
        URI proxy = WebAddress.withoutSlash(WebAddress.of(text, section.place("proxy"), EXAMPLE));
        if (!proxy.getScheme().equals("http")
                || proxy.getPort() < 0
                || !proxy.getRawPath().isEmpty()) {
            throw section.place("proxy").fault("must be an http address with a port and no path, such as " + EXAMPLE);
        }
        return proxy;
    }

    private @Nullable Path file(String key) {
        return section.optionalText(key).map(text -> file(key, text)).orElse(null);
    }

    private Path file(String key, String text) {
        try {
            Path file = section.surroundings().folder().resolve(text);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException malformed) {
            // As good as a file that isn't there.
        }
        throw section.place(key)
                .fault("must name a PEM file that can be read, from the profile's own folder or absolute");
    }
}
