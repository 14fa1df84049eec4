package io.chargeproof.profile;

import io.chargeproof.requirement.RequirementCatalogue;
import io.chargeproof.yaml.YamlMap;
import io.chargeproof.yaml.YamlValue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a profile as a whole. */
final class ProfileSection {
    // The name becomes part of a directory's name.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Section top;
    private final List<ApiSection> known;
    private final RequirementCatalogue catalogue;
    private final Clock clock;

    ProfileSection(Section top, List<ApiSection> known, RequirementCatalogue catalogue, Clock clock) {
        this.top = top;
        this.known = List.copyOf(known);
        this.catalogue = catalogue;
        this.clock = clock;
    }

    Profile read() {
        String name = name();
        TargetKind kind = choice("kind", TargetKind.values(), TargetKind::label)
                .orElseThrow(() -> top.map().place().fault("the file lacks the key 'kind'; write kind: acceptance"));
        return new Profile(
                name,
                kind,
                apis(kind),
                limits(kind),
                connection(),
                states(),
                choice("depth", Depth.values(), Depth::label).orElse(defaultDepth(kind)),
                waivers());
    }

    private List<ApiTarget> apis(TargetKind kind) {
        Map<ApiSection, Section> sections = new LinkedHashMap<>();
        known.forEach(
                each -> top.section(each.api().label(), each.keys()).ifPresent(found -> sections.put(each, found)));
        if (sections.isEmpty()) {
            String labels =
                    known.stream().map(each -> "'" + each.api().label() + "'").collect(Collectors.joining(" nor "));
            throw top.map().place().fault("the file has neither " + labels + "; describe at least one of them");
        }
        List<ApiTarget> apis = new ArrayList<>();
        sections.forEach((each, section) -> apis.add(each.read(section, kind)));
        return apis;
    }

    private String name() {
        String name = top.text("name", "acceptance");
        if (!NAME.matcher(name).matches()) {
            throw top.place("name")
                    .fault("must be 1 to 64 letters of A to Z, digits, dots, hyphens and underscores,"
                            + " such as acceptance-2");
        }
        return name;
    }

    private static Depth defaultDepth(TargetKind kind) {
        return kind == TargetKind.SANDBOX ? Depth.FULL : Depth.STANDARD;
    }

    private Limits limits(TargetKind kind) {
        return top.section("limits", ProfileKeys.LIMITS)
                .map(section -> LimitsSection.read(section, kind))
                .orElse(LimitsSection.defaults(kind));
    }

    private Connection connection() {
        return top.section("connection", ProfileKeys.CONNECTION)
                .map(section -> new ConnectionSection(section).read())
                .orElse(Connection.DIRECT);
    }

    private List<Waiver> waivers() {
        LocalDate today = LocalDate.now(clock);
        return top.list("waivers").stream()
                .map(value -> Section.of(value, ProfileKeys.WAIVER, top.surroundings()))
                .map(section -> new WaiverSection(section, catalogue, today).read())
                .toList();
    }

    private Map<String, Map<String, Object>> states() {
        Map<String, Map<String, Object>> states = new LinkedHashMap<>();
        Map<String, YamlValue> written =
                top.find("states").map(YamlValue::map).map(YamlMap::entries).orElse(Map.of());
        written.forEach((state, data) -> states.put(state, new JsonValues(top).members(data.map())));
        return Collections.unmodifiableMap(states);
    }

    private <T> Optional<T> choice(String key, T[] all, Function<T, String> label) {
        return top.optionalText(key)
                .map(text -> Stream.of(all)
                        .filter(each -> label.apply(each).equals(text))
                        .findFirst()
                        .orElseThrow(() -> top.place(key)
                                .fault("must be one of "
                                        + Stream.of(all).map(label).collect(Collectors.joining(", ")))));
    }
}
