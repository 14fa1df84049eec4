package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Many needles, looked for in one pass: the first two bytes tell whether one might begin here, and which. */
final class SecretPatterns {
    private final @Nullable List<SecretPattern>[] byFirstTwoBytes;

    /** A bit for each two bytes: this small, it stays where the processor reads it fastest. */
    private final long[] begins = new long[(1 << 16) / Long.SIZE];

    @SuppressWarnings({"unchecked", "rawtypes"})
    SecretPatterns(List<SecretPattern> needles) {
        byFirstTwoBytes = new List[1 << 16];
        for (SecretPattern each : needles) {
            int key = key(each.bytes()[0], each.bytes()[1]);
            List<SecretPattern> alike = byFirstTwoBytes[key];
            begins[key / Long.SIZE] |= 1L << key % Long.SIZE;
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
            int key = key(view.at(i), view.at(i + 1));
            if ((begins[key / Long.SIZE] & 1L << key % Long.SIZE) != 0) {
                addThoseAt(i, key, view, found);
            }
        }
        return found;
    }

    private void addThoseAt(int index, int key, DecodedText view, List<Replacement> found) {
        List<SecretPattern> candidates = byFirstTwoBytes[key];
        if (candidates != null) {
            for (SecretPattern each : candidates) {
                if (view.has(each.bytes(), index)) {
                    found.add(each.at(index, view));
                }
            }
        }
    }

    private static int key(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }
}
