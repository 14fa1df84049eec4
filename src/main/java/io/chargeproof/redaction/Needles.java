package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many needles, looked for in one pass: the first two bytes tell which of them might begin here. */
final class Needles {
    private final @Nullable List<Needle>[] byFirstTwoBytes;

    @SuppressWarnings({"unchecked", "rawtypes"})
    Needles(List<Needle> needles) {
        byFirstTwoBytes = new List[1 << 16];
        for (Needle each : needles) {
            int key = key(each.bytes()[0], each.bytes()[1]);
            List<Needle> alike = byFirstTwoBytes[key];
            if (alike == null) {
                alike = new ArrayList<>();
                byFirstTwoBytes[key] = alike;
            }
            alike.add(each);
        }
    }

    List<Stretch> find(View view) {
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + 1 < view.size(); i++) {
            List<Needle> candidates = byFirstTwoBytes[key(view.at(i), view.at(i + 1))];
            if (candidates != null) {
                for (Needle each : candidates) {
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
