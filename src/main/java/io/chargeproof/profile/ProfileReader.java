package io.chargeproof.profile;

import io.chargeproof.requirement.Apis;
import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.yaml.YamlFault;
import io.chargeproof.yaml.YamlFile;
import io.chargeproof.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads profiles. */
public final class ProfileReader {
    private final List<ApiSection> apis = Apis.descriptions().stream()
            .filter(ApiSection.class::isInstance)
            .map(ApiSection.class::cast)
            .toList();
    private final RequirementCatalogue catalogue;
    private final Clock clock;

    /** A reader that takes waivers for these requirements, and tells by this clock which are past. */
    public ProfileReader(RequirementCatalogue catalogue, Clock clock) {
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * The profile in a file; paths in it start from the file's folder.
     *
     * @throws ProfileException if it can't be used
     */
    public LoadedProfile read(Path file, Map<String, String> environment) {
        return translated(() -> {
            Path folder = file.toAbsolutePath().getParent();
            return profile(YamlFile.read(file), environment, folder == null ? Path.of("") : folder);
        });
    }

    /**
     * The profile in a text; the source's name serves for messages, and paths start from the working directory.
     *
     * @throws ProfileException if it can't be used
     */
    public LoadedProfile parse(String yaml, String sourceName, Map<String, String> environment) {
        return translated(() -> profile(YamlFile.parse(yaml, sourceName), environment, Path.of("")));
    }

    private LoadedProfile profile(YamlValue file, Map<String, String> environment, Path folder) {
        List<String> warnings = new ArrayList<>();
        Section top = Section.of(
                file,
                ProfileKeys.top(apis),
                new ProfileContext(environment, unset(file, environment), folder, warnings));
        Profile profile = new ProfileSection(top, apis, catalogue, clock).read();
        // A sandbox's secrets open nothing.
        return new LoadedProfile(profile, file, profile.kind() == TargetKind.SANDBOX ? List.of() : warnings);
    }

    private static Set<String> unset(YamlValue file, Map<String, String> environment) {
        Set<String> unset = new LinkedHashSet<>(InterpolatedText.variablesIn(file));
        unset.removeAll(environment.keySet());
        return unset;
    }

    private static LoadedProfile translated(Supplier<LoadedProfile> reading) {
        try {
            return reading.get();
        } catch (YamlFault fault) {
            throw new ProfileException(fault);
        }
    }
}
