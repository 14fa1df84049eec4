package io.chargeproof.requirement;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The APIs that the program knows: those that are described on its class path. */
public final class Apis {
    private static final List<ApiDescription> ALL =
            ServiceLoader.load(ApiDescription.class, ApiDescription.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(ApiDescription::api))
                    .toList();

    private Apis() {}

    /** What every API's documents say, in the order of the APIs. */
    public static List<ApiDescription> descriptions() {
        return ALL;
    }

    /** Every API, in their order. */
    public static List<Api> all() {
        return ALL.stream().map(ApiDescription::api).toList();
    }

    /** What the documents of the API of that label say, if it is known. */
    public static Optional<ApiDescription> find(String label) {
        return ALL.stream().filter(each -> each.api().label().equals(label)).findFirst();
    }

    /** What an API is called in a table: its name, or the label of one that isn't known. */
    public static String name(String label) {
        return find(label).map(known -> known.api().name()).orElse(label);
    }

    /** The result codes of the API of that label, if it has any. */
    public static Optional<ApiDescription.ResultCodes> resultCodes(String label) {
        return find(label).flatMap(ApiDescription::resultCodes);
    }

    /** The API whose requirements have IDs of that prefix, if it is known. */
    static Optional<Api> withPrefix(String prefix) {
        return ALL.stream()
                .map(ApiDescription::api)
                .filter(each -> each.prefix().equals(prefix))
                .findFirst();
    }

    /** The API of a prefix; one made up of the prefix if it isn't known, as in a report that a program with more APIs wrote. */
    static Api ofPrefix(String prefix) {
        return withPrefix(prefix).orElseGet(() -> new Api(prefix.toLowerCase(Locale.ROOT), prefix, prefix));
    }

    /** IDs such as a requirement may have, one for each API; for messages. */
    static String examples(String rest) {
        return ALL.stream().map(each -> each.api().prefix() + rest).collect(Collectors.joining(" or "));
    }
}
