package io.chargeproof.requirement;

import io.chargeproof.yaml.YamlFault;
import io.chargeproof.yaml.YamlFile;
import io.chargeproof.yaml.YamlValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every requirement that a run can decide, in the order of the documents. */
public final class RequirementCatalogue {
    private static final List<String> FILES = List.of("evc-net.yaml", "oioi.yaml");
    private static final String CLIENT_FILE = "client.yaml";

    private final Map<RequirementId, Requirement> byId;

    private RequirementCatalogue(Map<RequirementId, Requirement> byId) {
        this.byId = byId;
    }

    /** The requirements that come with the program. */
    public static RequirementCatalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final RequirementCatalogue CATALOGUE = read(FILES);
    }

    /** Likewise. */
    private static final class OfClients {
        private static final RequirementCatalogue CATALOGUE = read(List.of(CLIENT_FILE));
    }

    private static RequirementCatalogue read(List<String> files) {
        Map<RequirementId, Requirement> byId = new LinkedHashMap<>();
        files.forEach(file -> addTo(byId, YamlFile.parse(resource(file), file)));
        return new RequirementCatalogue(byId);
    }

    /** What the documents ask of clients, which no run decides but recorded traffic does. */
    public static RequirementCatalogue ofClients() {
        return OfClients.CATALOGUE;
    }

    /**
     * The requirements that come with the program, and after them those of a file of one's own.
     *
     * @throws CatalogueException if the file can't be read, is malformed, or gives an ID that is taken
     */
    public static RequirementCatalogue with(Path additional) {
        Map<RequirementId, Requirement> byId = new LinkedHashMap<>(shipped().byId);
        try {
            addTo(byId, YamlFile.read(additional));
        } catch (YamlFault fault) {
            throw new CatalogueException(fault);
        }
        return new RequirementCatalogue(byId);
    }

    /**
     * The requirement with this ID.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Requirement get(RequirementId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException(
                "there is no requirement " + id + "; 'chargeproof requirements' lists those there are"));
    }

    /** The requirement with this ID, if there is one. */
    public Optional<Requirement> find(RequirementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All requirements, those of EVC-net first, each interface in the order of its documents. */
    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** The requirements of an interface at a level. */
    public List<Requirement> of(Api api, RequirementLevel level) {
        return byId.values().stream()
                .filter(each -> each.id().api() == api && each.level() == level)
                .toList();
    }

    private static void addTo(Map<RequirementId, Requirement> byId, YamlValue file) {
        new CatalogueReader(byId).add(file);
    }

    private static String resource(String name) {
        try (InputStream stream = RequirementCatalogue.class.getResourceAsStream("/requirements/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the program lacks its file requirements/" + name + "; install it again");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
