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
import org.jspecify.annotations.Nullable;

/** Every requirement that a run can decide, in the order of the documents. */
public final class RequirementCatalogue {
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
        private static final RequirementCatalogue CATALOGUE = read();

        private static RequirementCatalogue read() {
            Map<RequirementId, Requirement> byId = new LinkedHashMap<>();
            for (ApiDescription each : Apis.descriptions()) {
                String file = each.api().label() + ".yaml";
                addTo(byId, YamlFile.parse(text(each.requirements(), file), file));
            }
            return new RequirementCatalogue(byId);
        }
    }

    /** Likewise. */
    private static final class OfClients {
        private static final RequirementCatalogue CATALOGUE = read();

        private static RequirementCatalogue read() {
            Map<RequirementId, Requirement> byId = new LinkedHashMap<>();
            InputStream file = RequirementCatalogue.class.getResourceAsStream("/requirements/" + CLIENT_FILE);
            addTo(byId, YamlFile.parse(text(file, CLIENT_FILE), CLIENT_FILE));
            return new RequirementCatalogue(byId);
        }
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

    /** All requirements, API by API, each in the order of its documents. */
    public List<Requirement> all() {
        return List.copyOf(byId.values());
    }

    /** The requirements of an API at a level. */
    public List<Requirement> of(Api api, RequirementLevel level) {
        return byId.values().stream()
                .filter(each -> each.id().prefix().equals(api.prefix()) && each.level() == level)
                .toList();
    }

    private static void addTo(Map<RequirementId, Requirement> byId, YamlValue file) {
        new CatalogueReader(byId).add(file);
    }

    private static String text(@Nullable InputStream file, String name) {
        try (InputStream stream = file) {
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
