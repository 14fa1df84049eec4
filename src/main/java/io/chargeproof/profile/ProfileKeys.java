package io.chargeproof.profile;

import java.util.List;
import java.util.stream.Stream;

/** The keys that a profile may have, section by section. */
final class ProfileKeys {
    static final List<String> LIMITS =
            List.of("requests-per-second", "timeout", "retries", "max-requests", "max-customers");
    static final List<String> CONNECTION = List.of("proxy", "ca", "client-certificate");
    static final List<String> WAIVER = List.of("requirement", "where", "reason", "until");
    static final List<String> WHERE = List.of("operation", "status", "code");

    private ProfileKeys() {}

    /** Those of the whole, with the labels of the APIs. */
    static List<String> top(List<ApiSection> apis) {
        return Stream.of(
                        Stream.of("name", "kind"),
                        apis.stream().map(each -> each.api().label()),
                        Stream.of("limits", "connection", "states", "depth", "waivers"))
                .flatMap(keys -> keys)
                .toList();
    }
}
