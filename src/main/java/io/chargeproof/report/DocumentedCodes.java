package io.chargeproof.report;

import io.chargeproof.requirement.Api;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The answers that the documents list for each operation: HTTP statuses of EVC-net, result codes of OIOI. */
public final class DocumentedCodes {
    private static final List<Integer> STATUSES = List.of(200, 400, 403);
    private static final Map<String, List<Integer>> EVC_NET =
            Map.of("create", STATUSES, "update", STATUSES, "attach-card", STATUSES);
    private static final Map<String, List<Integer>> OIOI =
            Map.of("user-get-details", List.of(0, 140, 144, 145), "user-post-details", List.of(0, 140, 144, 145, 230));

    private DocumentedCodes() {}

    /** The listed codes by operation, in the order of the operations' names. */
    public static Map<String, List<Integer>> of(Api api) {
        return new TreeMap<>(
                switch (api) {
                    case EVC_NET -> EVC_NET;
                    case OIOI -> OIOI;
                });
    }
}
