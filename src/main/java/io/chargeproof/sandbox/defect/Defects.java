package io.chargeproof.sandbox.defect;

import io.chargeproof.sandbox.provider.Variation;
import io.chargeproof.sandbox.provider.VariationSheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All defects: the list is data, a file for each API in {@code sandbox/defects/}; each line has its behaviour here. */
public final class Defects {
    private static final List<Defect> LIST = Stream.of("evc-net", "oioi")
            .flatMap(api -> VariationSheet.read("/sandbox/defects/" + api + ".yaml").stream())
            .map(row -> new Defect(row.id(), row.requirement(), row.sentence(), row.shownBy()))
            .toList();
    private static final Map<String, Variation> BEHAVIOURS = merged();

    private Defects() {}

    /** Every defect, in the order of the list. */
    public static List<Defect> all() {
        return LIST;
    }

    /** How the sandbox behaves with a defect; nothing where there is none of that id. */
    public static Optional<Variation> behaviour(String id) {
        return Optional.ofNullable(BEHAVIOURS.get(id));
    }

    /** How the sandbox behaves with each defect, by id. */
    public static Map<String, Variation> behaviours() {
        return BEHAVIOURS;
    }

    private static Map<String, Variation> merged() {
        Map<String, Variation> all = new HashMap<>();
        all.putAll(CustomerDefects.BEHAVIOURS);
        all.putAll(UserDefects.BEHAVIOURS);
        all.putAll(UserWireDefects.BEHAVIOURS);
        all.putAll(UserResultDefects.BEHAVIOURS);
        all.putAll(UserKeyDefects.BEHAVIOURS);
        all.putAll(UserCallDefects.BEHAVIOURS);
        all.putAll(UserLookupDefects.BEHAVIOURS);
        all.putAll(UserIdentifierDefects.BEHAVIOURS);
        all.putAll(UserSamenessDefects.BEHAVIOURS);
        all.putAll(UserShapeDefects.BEHAVIOURS);
        all.putAll(UserStorageDefects.BEHAVIOURS);
        all.putAll(UserTextDefects.BEHAVIOURS);
        all.putAll(UserRefusalDefects.BEHAVIOURS);
        all.putAll(UserAcceptanceDefects.BEHAVIOURS);
        all.putAll(UserWriteDefects.BEHAVIOURS);
        all.putAll(UserStaleDefects.BEHAVIOURS);
        all.putAll(UserCountryDefects.BEHAVIOURS);
        all.putAll(UserTrafficDefects.BEHAVIOURS);
        return Map.copyOf(all);
    }
}
