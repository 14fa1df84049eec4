package io.chargeproof.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Guesses which known name was meant by one that is misspelt. */
public final class NearestName {
    private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

    private NearestName() {}

    /** The known name nearest to the one written, unless all are too far off to be meant. */
    public static Optional<String> to(String written, Collection<String> known) {
        String plain = plain(written);
        return known.stream()
                .filter(name -> DISTANCE.apply(plain, plain(name))
                        <= Math.max(plain.length(), plain(name).length()) / 2)
                .min(Comparator.comparingInt(name -> DISTANCE.apply(plain, plain(name))));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
