package io.chargeproof.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many patterns, looked for in one pass. The first two bytes tell whether one might begin here, and the first four which: a run
 * has a password for each customer, so that most pairs of letters begin some pattern.
 */
final class SecretPatterns {
    private static final int FIRST = 4;
    private static final int SLOT_BITS = 18;

    /** Those that have fewer bytes than tell them apart; by their first two. */
    private final Map<Integer, List<SecretPattern>> brief = new HashMap<>();

    private final Map<Integer, List<SecretPattern>> byFirstBytes = new HashMap<>();

    /** A bit for each two bytes, and for many a four: this small, they stay where the processor reads them fastest. */
    private final long[] begins = new long[(1 << 16) / Long.SIZE];

    private final long[] mayBegin = new long[(1 << SLOT_BITS) / Long.SIZE];

    SecretPatterns(List<SecretPattern> patterns) {
        for (SecretPattern each : patterns) {
            byte[] bytes = each.bytes();
            int pair = pair(bytes[0], bytes[1]);
            set(begins, pair);
            if (bytes.length < FIRST) {
                brief.computeIfAbsent(pair, key -> new ArrayList<>()).add(each);
            } else {
                int key = four(pair, pair(bytes[2], bytes[3]));
                set(mayBegin, slot(key));
                byFirstBytes.computeIfAbsent(key, first -> new ArrayList<>()).add(each);
            }
        }
    }

    List<Replacement> find(DecodedText view) {
        List<Replacement> found = new ArrayList<>();
        for (int i = 0; i + 1 < view.size(); i++) {
            int pair = pair(view.at(i), view.at(i + 1));
            if (isSet(begins, pair)) {
                addThoseAt(i, pair, view, found);
            }
        }
        return found;
    }

    private void addThoseAt(int index, int pair, DecodedText view, List<Replacement> found) {
        if (!brief.isEmpty()) {
            add(brief.getOrDefault(pair, List.of()), index, view, found);
        }
        if (index + FIRST <= view.size()) {
            int key = four(pair, pair(view.at(index + 2), view.at(index + 3)));
            if (isSet(mayBegin, slot(key))) {
                add(byFirstBytes.getOrDefault(key, List.of()), index, view, found);
            }
        }
    }

    private static void add(List<SecretPattern> candidates, int index, DecodedText view, List<Replacement> found) {
        for (SecretPattern each : candidates) {
            if (view.has(each.bytes(), index)) {
                found.add(each.at(index, view));
            }
        }
    }

    private static int pair(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }

    private static int four(int first, int second) {
        return first << 16 | second;
    }

    /** Spreads keys that are alike in most bits. */
    private static int slot(int key) {
        int mixed = key * 0x9E3779B9;
        return mixed >>> (Integer.SIZE - SLOT_BITS);
    }

    private static void set(long[] bits, int index) {
        bits[index / Long.SIZE] |= 1L << index % Long.SIZE;
    }

    private static boolean isSet(long[] bits, int index) {
        return (bits[index / Long.SIZE] & 1L << index % Long.SIZE) != 0;
    }
}
