package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many needles, looked for in one pass: the first two bytes tell which of them might begin here. */
final class SecretPatterns {
    private final @Nullable List<SecretPattern>[] byFirstTwoBytes;

    @SuppressWarnings({"unchecked", "rawtypes"})
    SecretPatterns(List<SecretPattern> needles) {
        byFirstTwoBytes = new List[1 << 16];
        for (SecretPattern each : needles) {
            int key = key(each.bytes()[0], each.bytes()[1]);
            List<SecretPattern> alike = byFirstTwoBytes[key];
            if (alike == null) {
                alike = new ArrayList<>();
                byFirstTwoBytes[key] = alike;
            }
            alike.add(each);
        }
    }

    List<Replacement> find(DecodedText view) {
        List<Replacement> found = new ArrayList<>();
        for (int i = 0; i + 1 < view.size(); i++) {
            List<SecretPattern> candidates = byFirstTwoBytes[key(view.at(i), view.at(i + 1))];
            if (candidates != null) {
                for (SecretPattern each : candidates) {
                    if (view.has(each.bytes(), i)) {
                        found.add(each.at(i, view));
                    }
                }
            }
        }
        return found;
    }

    private static int key(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }
}
